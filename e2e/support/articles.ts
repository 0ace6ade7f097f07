import seed from '../../data/articles/ain-al-asad.json';
import type { ArticleMap, Language, PlaceFeature } from '../../lib/types';

/** The article that the desk opens with. */
export const seedArticle = seed;

/** Where the seed article's places are found in its map: the gazetteer's own identifiers. */
export const AIN_AL_ASAD = 'ourairports:ORAA';
export const IRAQ = 'iso:IQ';
export const WESTERN_IRAQ = 'iso:IQ/west';
export const SYRIA = 'iso:SY';
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
