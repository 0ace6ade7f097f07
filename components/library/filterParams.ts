import type { IncidentFilter } from '@/components/incidents/filter';
import { typeOfSlug } from '@/components/incidents/types';

/** The parameters by which the API filters incidents as the page does; actors are filtered on the page alone. */
export function filterParams({ types, statuses, from, to }: IncidentFilter, others: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(others);
  const names = types.flatMap((slug) => typeOfSlug(slug) ?? []);
  if (names.length > 0) params.set('type', names.join(','));
  if (statuses.length > 0) params.set('status', statuses.join(','));
  if (from !== null) params.set('from', from);
  if (to !== null) params.set('to', to);
  return params.toString();
}
