import { createHash } from 'node:crypto';
import type { Geometry, Position } from 'geojson';
import { element, textElement, xmlDocument, type Xml } from '../export/xml';
import type { StoredIncident } from '../store/records';

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:georss': 'http://www.georss.org/georss',
  'xmlns:gml': 'http://www.opengis.net/gml',
};
/** When nothing has come yet, nothing has changed either. */
const NEVER = '1970-01-01T00:00:00Z';

/** A feed's addresses: its own, without the page; this page's, and the next one's. */
export interface FeedAddresses {
  readonly feed: string;
  readonly self: string;
  readonly next: string | null;
}

/** Incidents as an Atom feed (RFC 4287) with GeoRSS, those saved last first. Ids hang on the incident alone, not on the server. */
export function atomFeed(incidents: readonly StoredIncident[], { feed, self, next }: FeedAddresses): string {
  const updated =
    incidents
      .map(({ article }) => article.savedAt)
      .sort()
      .at(-1) ?? NEVER;
  return xmlDocument(
    element(
      'feed',
      NAMESPACES,
      textElement('id', uuidOf(new URL(feed).search)),
      textElement('title', 'Incident Map: new incidents'),
      textElement('updated', updated),
      element('author', {}, textElement('name', 'Incident Map')),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      next === null ? null : element('link', { rel: 'next', type: 'application/atom+xml', href: next }),
      ...incidents.map(entry),
    ),
  );
}

function entry({ id, article, incident, place }: StoredIncident): Xml {
  const { date, headline, type, status, evidence } = incident;
  const days = date && (date.start === date.end ? date.start : `${date.start}/${date.end}`);
  const source = [article.source, article.title].filter((text) => text !== null).join(': ');
  return element(
    'entry',
    article.language === null ? {} : { 'xml:lang': article.language },
    textElement('id', uuidOf(id)),
    textElement('title', headline.trim() || type),
    textElement('updated', article.savedAt),
    textElement('published', article.savedAt),
    isWebAddress(article.url) ? element('link', { rel: 'alternate', href: article.url }) : null,
    element('category', { scheme: 'urn:incident-map:type', term: type }),
    element('category', { scheme: 'urn:incident-map:status', term: status }),
    textElement('summary', [type, status, days, place?.properties.name, source].filter(Boolean).join(' · ')),
    textElement('content', evidence.map(({ text }) => text).join('\n') || headline || type),
    place && element('georss:where', {}, gml(place.geometry)),
    textElement('georss:featurename', place?.properties.name ?? null),
  );
}

/** GML 3.1 as GeoRSS takes it, latitude first. */
function gml(geometry: Geometry): Xml {
  switch (geometry.type) {
    case 'Point':
      return element('gml:Point', {}, textElement('gml:pos', positions([geometry.coordinates])));
    case 'MultiPoint':
      return many(
        'gml:MultiPoint',
        'gml:pointMember',
        geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates })),
      );
    case 'LineString':
      return element('gml:LineString', {}, textElement('gml:posList', positions(geometry.coordinates)));
    case 'MultiLineString':
      return many(
        'gml:MultiCurve',
        'gml:curveMember',
        geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates })),
      );
    case 'Polygon':
      return element(
        'gml:Polygon',
        {},
        ...geometry.coordinates.map((ring, i) =>
          element(
            i === 0 ? 'gml:exterior' : 'gml:interior',
            {},
            element('gml:LinearRing', {}, textElement('gml:posList', positions(ring))),
          ),
        ),
      );
    case 'MultiPolygon':
      return many(
        'gml:MultiSurface',
        'gml:surfaceMember',
        geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })),
      );
    case 'GeometryCollection':
      return many('gml:MultiGeometry', 'gml:geometryMember', geometry.geometries);
  }
}

function many(name: string, member: string, parts: readonly Geometry[]): Xml {
  return element(name, {}, ...parts.map((part) => element(member, {}, gml(part))));
}

function positions(all: readonly Position[]): string {
  return all.map(([longitude = 0, latitude = 0]) => `${latitude} ${longitude}`).join(' ');
}

/** A UUID (version 8, RFC 9562) that is always the same for the same text. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(`incident-map ${text}`).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url);
}
