import { IncidentGlyph } from '@/components/incidents/IncidentGlyph';
import { INCIDENT_STATUSES } from '@/lib/types';

/** A mark as the map draws it, beside the words that explain it: `type:Battles`, `status:claimed`, or `key:` and a form of the legend. */
export function Swatch({ of }: { readonly of: string }) {
  const [kind, which = ''] = of.split(':');
  if (kind === 'type') return <IncidentGlyph type={which} status="reported" />;
  const status = INCIDENT_STATUSES.find((one) => one === which);
  if (status !== undefined) return <IncidentGlyph type="Battles" status={status} />;
  return <span className="map-legend-key" data-form={which} aria-hidden="true" />;
}
