import type { MapIncident } from '@/lib/types';

/** How incidents are listed: as the text tells them, or by their days. */
export type ListOrder = 'text' | 'date';

/** The dated incidents from the first day to the last, the sooner ended first among those that begin together; then the undated, as told. */
export function byDate(incidents: readonly MapIncident[]): MapIncident[] {
  const key = ({ date }: MapIncident): string => (date === null ? '~' : `${date.start}${date.end}`);
  return [...incidents].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
