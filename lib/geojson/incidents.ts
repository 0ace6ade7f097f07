import type { Incident, MapIncident, Resolution, Span, WherePrecision } from '../types';
import { headlineOf } from './headline';
import { mentionStart, placementOf, type PlacementSource } from './placement';
import { geoPrecision } from './precision';

/** The contract's incidents, in the order in which the article tells them. Ids keep as long as trigger, place and day do. */
export function toMapIncidents(
  text: string,
  incidents: readonly Incident[],
  resolutions: readonly Resolution[],
  source: PlacementSource,
): MapIncident[] {
  const taken = new Set<string>();
  return incidents.map((incident) => {
    const resolution = incident.place === null ? undefined : resolutions[incident.place];
    const located = resolution ? locate(resolution, source) : null;
    return {
      id: idOf(incident, located?.id ?? null, taken),
      type: incident.type,
      subType: incident.subType,
      headline: headlineOf(text, incident),
      placeId: located?.id ?? null,
      ...(incident.unlocated ? { unlocated: text.slice(incident.unlocated.start, incident.unlocated.end) } : {}),
      wherePrecision: located?.precision ?? null,
      geoPrecision: located ? geoPrecision(located.precision) : null,
      date: incident.date && {
        ...incident.date.range,
        precision: incident.date.precision,
        text: incident.date.text,
        span: { start: incident.date.start, end: incident.date.end },
      },
      actors: incident.actors,
      // Where sources differ on the dead, what only one of them says of the injured still stands.
      casualties: {
        killed: incident.tolls.find(({ killed }) => killed)?.killed ?? null,
        injured: incident.tolls.find(({ injured }) => injured)?.injured ?? null,
      },
      tolls: incident.tolls.length > 1 ? incident.tolls : [],
      weapons: incident.weapons.map(({ name }) => name),
      status: incident.status,
      evidence: incident.evidence.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
      spans: {
        trigger: incident.trigger,
        place: incident.unlocated ?? located?.span ?? null,
        status: incident.statusSpan,
        weapons: incident.weapons.map(({ span }) => span),
      },
      review: { by: 'machine' },
    };
  });
}

/** The feature's id and precision, as the map has them, and the words of the mention. */
function locate(resolution: Resolution, source: PlacementSource): { id: string; precision: WherePrecision; span: Span } | null {
  const placement = placementOf(resolution, source);
  if (!placement) return null;
  const span = { start: mentionStart(resolution.mention, placement), end: resolution.mention.end };
  return { id: placement.id, precision: placement.wherePrecision, span };
}

function idOf({ trigger, date }: Incident, placeId: string | null, taken: Set<string>): string {
  const base = `${trigger.start}@${placeId ?? 'nowhere'}`;
  const id = taken.has(base) ? `${base}@${date?.range.start ?? 'undated'}` : base;
  let unique = id;
  for (let n = 2; taken.has(unique); n++) unique = `${id}@${n}`;
  taken.add(unique);
  return unique;
}
