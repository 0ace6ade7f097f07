import type { Geometry, Position } from 'geojson';
import ar from '../../data/messages/ar/exports.json';
import en from '../../data/messages/en/exports.json';
import type { ArticleMap, Language, MapIncident, PlaceFeature } from '../types';
import { element, escapeXml, textElement, xmlDocument, type Xml } from './xml';

/**
 * Articles as one KML 2.2 document: for each a folder of its places and one of its incidents. An area is drawn as that
 * area, never as a pin; an incident is drawn where its place is, with its days as a TimeSpan, and has no geometry where
 * the article gives no place. What is denied or threatened is there, but switched off. `reader`: the folders' language.
 */
export function toKml(maps: readonly ArticleMap[], reader: Language = 'en'): string {
  const words = { ar, en }[reader];
  const folders = maps.map((map) => {
    const happened = map.incidents.filter(({ status }) => status === 'reported' || status === 'claimed');
    const others = map.incidents.filter((incident) => !happened.includes(incident));
    const draw = (incident: MapIncident) => incidentPlacemark(incident, map.features, happened.includes(incident));
    return element(
      'Folder',
      {},
      textElement('name', map.article.title ?? map.article.id),
      description([map.article.source, map.article.publishedAt, map.article.url].filter((known) => known !== null)),
      folder(words.places, map.features.map(placePlacemark)),
      folder(words.incidents, happened.map(draw)),
      folder(words.notHappened, others.map(draw), false),
    );
  });
  return xmlDocument(element('kml', { xmlns: 'http://www.opengis.net/kml/2.2' }, element('Document', {}, AREA_STYLE, ...folders)));
}

/** Google Earth's own fill is opaque white, and would hide the map: aabbggrr. */
const AREA_STYLE = element(
  'Style',
  { id: 'drawn' },
  element('LineStyle', {}, textElement('color', 'ff4d4d4d'), textElement('width', 1.5)),
  element('PolyStyle', {}, textElement('color', '334d4d4d')),
);

function folder(name: string, placemarks: readonly Xml[], visible = true): Xml | null {
  if (placemarks.length === 0) return null;
  return element('Folder', {}, textElement('name', name), visible ? null : textElement('visibility', 0), ...placemarks);
}

function placePlacemark({ id, geometry, properties: place }: PlaceFeature): Xml {
  return element(
    'Placemark',
    {},
    textElement('name', place.name),
    description(place.mentions.map(({ quote }) => quote.text)),
    textElement('styleUrl', '#drawn'),
    data({ id, kind: place.kind, role: place.role, wherePrecision: place.wherePrecision, confidence: place.confidence }),
    drawn(geometry),
  );
}

function incidentPlacemark(incident: MapIncident, features: readonly PlaceFeature[], visible: boolean): Xml {
  const feature = features.find(({ id }) => id === incident.placeId);
  return element(
    'Placemark',
    {},
    textElement('name', incident.headline),
    visible ? null : textElement('visibility', 0),
    description(incident.evidence.map(({ text }) => text)),
    incident.date && element('TimeSpan', {}, textElement('begin', incident.date.start), textElement('end', incident.date.end)),
    textElement('styleUrl', '#drawn'),
    data({
      id: incident.id,
      type: incident.type,
      subType: incident.subType,
      status: incident.status,
      place: feature?.properties.name ?? null,
      placeId: incident.placeId,
      wherePrecision: incident.wherePrecision,
      datePrecision: incident.date?.precision ?? null,
    }),
    feature ? drawn(feature.geometry) : null,
  );
}

/** Viewers read a description as HTML. Quotes are escaped as such too, so that no article can put an image or a link there. */
function description(texts: readonly string[]): Xml | null {
  const paragraphs = [...new Set(texts)].map((text) => `<p dir="auto">${escapeXml(text).replaceAll('&quot;', '"')}</p>`);
  return textElement('description', paragraphs.join('\n'));
}

function data(values: Readonly<Record<string, string | number | null>>): Xml {
  const known = Object.entries(values).filter(([, value]) => value !== null);
  return element('ExtendedData', {}, ...known.map(([name, value]) => element('Data', { name }, textElement('value', value))));
}

function drawn(geometry: Geometry): Xml {
  switch (geometry.type) {
    case 'Point':
      return element('Point', {}, coordinates([geometry.coordinates]));
    case 'LineString':
      return element('LineString', {}, coordinates(geometry.coordinates));
    case 'Polygon':
      return element(
        'Polygon',
        {},
        ...geometry.coordinates.map((ring, i) =>
          element(i === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs', {}, element('LinearRing', {}, coordinates(ring))),
        ),
      );
    default:
      return element('MultiGeometry', {}, ...partsOf(geometry).map(drawn));
  }
}

function partsOf(geometry: Exclude<Geometry, { type: 'Point' | 'LineString' | 'Polygon' }>): Geometry[] {
  switch (geometry.type) {
    case 'GeometryCollection':
      return geometry.geometries;
    case 'MultiPoint':
      return geometry.coordinates.map((position) => ({ type: 'Point', coordinates: position }));
    case 'MultiLineString':
      return geometry.coordinates.map((positions) => ({ type: 'LineString', coordinates: positions }));
    case 'MultiPolygon':
      return geometry.coordinates.map((rings) => ({ type: 'Polygon', coordinates: rings }));
  }
}

function coordinates(positions: readonly Position[]): Xml | null {
  return textElement('coordinates', positions.map(([lon, lat]) => `${lon},${lat}`).join(' '));
}
