import ar from '../../data/messages/ar/exports.json';
import en from '../../data/messages/en/exports.json';
import type { ArticleMap, Language, PlaceFeature } from '../types';
import { element, textElement, xmlDocument, type Xml } from './xml';

/**
 * Articles' places as GPX 1.1: a waypoint for each that is a point at map scale. An area has none, since a waypoint in
 * its middle would say more than the article does; the metadata name what was left out. `reader`: the metadata's language.
 */
export function toGpx(maps: readonly ArticleMap[], reader: Language = 'en'): string {
  const words = { ar, en }[reader];
  const features = maps.flatMap((map) => map.features);
  const areas = [...new Set(features.filter(({ geometry }) => geometry.type !== 'Point').map(({ properties }) => properties.name))];
  const leftOut = words.gpxLeftOut.replace('{places}', () => areas.join(words.gpxLeftOutSeparator));
  const titles = maps.map(({ article }) => article.title ?? article.id);
  return xmlDocument(
    element(
      'gpx',
      { xmlns: 'http://www.topografix.com/GPX/1/1', version: '1.1', creator: 'Incident Map' },
      element(
        'metadata',
        {},
        textElement('name', titles.join(' · ')),
        textElement('desc', areas.length > 0 ? `${words.gpxPoints} ${leftOut}` : words.gpxPoints),
      ),
      ...maps.flatMap((map) => map.features.map((feature) => waypoint(feature, map.article, words.associative))),
    ),
  );
}

/** Children stand in the order of the schema's `wptType`. */
function waypoint({ geometry, properties: place }: PlaceFeature, article: ArticleMap['article'], associative: string): Xml | null {
  if (geometry.type !== 'Point') return null;
  const [lon, lat] = geometry.coordinates;
  const quotes = new Set(place.mentions.map(({ quote }) => quote.text));
  return element(
    'wpt',
    { lat: String(lat), lon: String(lon) },
    textElement('name', place.name),
    place.role === 'associative' ? textElement('cmt', associative) : null,
    textElement('desc', [...quotes].join('\n')),
    textElement('src', [article.source, article.title ?? article.id, article.publishedAt, article.url].filter(Boolean).join(', ')),
    article.url === null ? null : element('link', { href: article.url }),
    textElement('type', place.kind),
  );
}
