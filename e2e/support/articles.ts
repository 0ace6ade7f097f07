import seed from '../../data/articles/ain-al-asad.json';
import type { ArticleMap, Language, MapIncident, PlaceFeature } from '../../lib/types';

/** The article that the desk opens with. */
export const seedArticle = seed;

/** Where the seed article's places are found in its map: the gazetteer's own identifiers. */
export const AIN_AL_ASAD = 'ourairports:ORAA';
export const IRAQ = 'iso:IQ';
export const WESTERN_IRAQ = 'iso:IQ/west';
export const SYRIA = 'iso:SY';
export const JORDAN = 'iso:JO';
export const BAGHDAD = 'geonames:98182';

/** What the API answers about an article, asked without the page. */
export async function askApi(article: { readonly text: string }, reader: Language): Promise<ArticleMap> {
  const response = await fetch(`${process.env.E2E_ORIGIN}/api/geoparse?locale=${reader}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(article),
  });
  if (!response.ok) throw new Error(`The API answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as ArticleMap;
}

/** A map's place by its identifier. Throws where it has none, and says what it has. */
export function placeOf(map: ArticleMap, id: string): PlaceFeature {
  const feature = map.features.find((candidate) => candidate.id === id);
  if (feature === undefined) throw new Error(`No place ${id} among ${map.features.map((candidate) => candidate.id).join(', ')}`);
  return feature;
}

/** The seed's rocket attack on Ain al-Asad. Throws where the map has none. */
export function rocketAttack(map: ArticleMap): MapIncident {
  return incidentOn(map, AIN_AL_ASAD, '2024-08-05');
}

/** The incident at a place that begins on a day. Throws where the map has none, and says what it has. */
export function incidentOn(map: ArticleMap, placeId: string, start: string): MapIncident {
  const found = map.incidents.find((incident) => incident.placeId === placeId && incident.date?.start === start);
  if (found === undefined) throw new Error(`Nothing at ${placeId} on ${start} among ${map.incidents.map(({ id }) => id).join(', ')}`);
  return found;
}
