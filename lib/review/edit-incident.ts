import { INCIDENT_FIELDS, type ArticleMap, type Count, type MapIncident, type Review } from '../types';
import type { IncidentEdit } from './corrections';
import { placed } from './move-mentions';

/**
 * An incident with what a person says of it. The words that gave a field stay those of the machine; where it had none,
 * they are the first sentence that tells of the incident, which the person read. Where the dead or the injured were
 * corrected, the article's other tolls are no longer listed beside: the person has weighed them.
 */
export function editIncident(incident: MapIncident, edit: IncidentEdit, map: ArticleMap, review: Review): MapIncident {
  const { type, subType, status, headline, placeId, date, killed, injured, actors } = edit;
  const read = incident.evidence[0] ?? { ...incident.spans.trigger, text: incident.headline };
  const counted = (count: IncidentEdit['killed'], before: Count | null): Count | null =>
    count === undefined ? before : count && { ...count, span: before?.span ?? { start: read.start, end: read.end } };
  const edited: MapIncident = {
    ...incident,
    type: type ?? incident.type,
    subType: subType === undefined ? incident.subType : subType,
    status: status ?? incident.status,
    headline: headline ?? incident.headline,
    date:
      date === undefined
        ? incident.date
        : date && {
            ...date,
            text: incident.date?.text ?? read.text,
            span: incident.date?.span ?? { start: read.start, end: read.end },
          },
    actors: actors ?? incident.actors,
    casualties: { killed: counted(killed, incident.casualties.killed), injured: counted(injured, incident.casualties.injured) },
    tolls: killed === undefined && injured === undefined ? incident.tolls : [],
    spans: { ...incident.spans, status: status === undefined || status === incident.status ? incident.spans.status : null },
    review,
    byHand: INCIDENT_FIELDS.filter((field) => edit[field] !== undefined || incident.byHand?.includes(field)),
  };
  return placeId === undefined || placeId === incident.placeId ? edited : atPlace(edited, placeId, map);
}

/** An incident by its id; where another date of publication has changed the id's end, by its trigger, if that names but one. */
export function findIncident(incidents: readonly MapIncident[], id: string): MapIncident | undefined {
  const exact = incidents.find((incident) => incident.id === id);
  if (exact) return exact;
  const sameTrigger = incidents.filter((incident) => triggerOf(incident.id) === triggerOf(id));
  return sameTrigger.length === 1 ? sameTrigger[0] : undefined;
}

function triggerOf(id: string): string {
  return id.slice(0, id.indexOf('@'));
}

/** At a place of the map; one that it does not have leaves the incident where it was. */
function atPlace(incident: MapIncident, placeId: string | null, { features }: ArticleMap): MapIncident {
  if (placeId === null) return placed(incident, null);
  const feature = features.find(({ id }) => id === placeId);
  if (!feature) return incident;
  const { mentions } = feature.properties;
  const told = mentions.find((mention) => incident.evidence.some((quote) => quote.start <= mention.start && mention.end <= quote.end));
  return placed(incident, feature, told ?? mentions[0]);
}
