import type { Feature, Geometry } from 'geojson';
import type { PlaceOutline, StoredIncident, StoredMention, StoredPlace } from '../../store/records';
import type { IncidentProperties, MentionProperties, PlaceFeatureProperties } from './feature-forms';

/** A feature of one of the collections: its geometry is its place's own, an area for an area; null where there is none. */
export type OgcFeature<P> = Feature<Geometry | null, P> & { readonly id: string };

/** Parts what is many in one column; it stands in no name of the engine's. */
const PARTED = '; ';

export function incidentFeature({ id, articleId, article, incident, place }: StoredIncident): OgcFeature<IncidentProperties> {
  const { date, casualties, actors, weapons, evidence } = incident;
  const { killed, injured } = casualties;
  return {
    ...shapeOf(id, place),
    properties: {
      type: incident.type,
      subType: incident.subType,
      headline: incident.headline,
      status: incident.status,
      start: date?.start ?? null,
      end: date?.end ?? null,
      datePrecision: date?.precision ?? null,
      ...placeOf(place),
      wherePrecision: incident.wherePrecision,
      geoPrecision: incident.geoPrecision,
      placeConfidence: place?.properties.confidence ?? null,
      killedLow: killed?.low ?? null,
      killedBest: killed?.best ?? null,
      killedHigh: killed?.high ?? null,
      injuredLow: injured?.low ?? null,
      injuredBest: injured?.best ?? null,
      injuredHigh: injured?.high ?? null,
      actors: actors.map(({ name, role }) => `${name} (${role})`).join(PARTED) || null,
      weapons: weapons.join(PARTED) || null,
      evidence: evidence.map(({ text }) => text).join('\n') || null,
      articleId,
      title: article.title,
      source: article.source,
      url: article.url,
      publishedAt: article.publishedAt,
      savedAt: article.savedAt,
    },
  };
}

export function placeFeature({ id, articleId, feature }: StoredPlace): OgcFeature<PlaceFeatureProperties> {
  const { admin1, geoPrecision, role, confidence, labelPoint } = feature.properties;
  const [labelX, labelY] = labelPoint;
  return {
    ...shapeOf(id, feature),
    properties: { ...placeOf(feature), admin1, geoPrecision, role, confidence, labelX, labelY, articleId },
  };
}

export function mentionFeature({ id, articleId, mention, ...place }: StoredMention): OgcFeature<MentionProperties> {
  const { placeId, name, names, kind, countryCode, wherePrecision, labelPoint, geometry, bbox } = place;
  const { text, start, end, quote, role, confidence } = mention;
  const [labelX, labelY] = labelPoint;
  return {
    ...shapeOf(id, { geometry, bbox }),
    properties: {
      placeId,
      place: name,
      placeAr: names.ar ?? null,
      kind,
      countryCode,
      wherePrecision,
      text,
      start,
      end,
      quote: quote.text,
      role,
      confidence,
      labelX,
      labelY,
      articleId,
    },
  };
}

function shapeOf(id: string, place: Pick<PlaceOutline, 'geometry' | 'bbox'> | null) {
  return {
    type: 'Feature' as const,
    id,
    ...(place ? { bbox: [...place.bbox] as [number, number, number, number] } : {}),
    geometry: place?.geometry ?? null,
  };
}

function placeOf(place: PlaceOutline | null) {
  const { name = null, names, kind = null, countryCode = null, wherePrecision = null } = place?.properties ?? {};
  return { placeId: place?.id ?? null, place: name, placeAr: names?.ar ?? null, kind, countryCode, wherePrecision };
}
