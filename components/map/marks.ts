import type { Feature, FeatureCollection } from 'geojson';
import marks from '@/data/map/marks.json';
import type { ArticleMap, Coordinates, MapIncident, PlaceFeature } from '@/lib/types';

/**
 * How a place is drawn; the form says how sure its position is, never more than the text does.
 * `point`: exactly here. `near`: about here. `area`: somewhere within, hatched. `country`: outline, tinted.
 * `name`: the name stands for someone, and nothing is said to be there.
 */
export type MarkForm = 'point' | 'near' | 'area' | 'country' | 'name';

export interface Mark {
  readonly feature: PlaceFeature;
  readonly form: MarkForm;
  readonly point: Coordinates;
  /** What the marker writes beside itself; null where the basemap's own label does. */
  readonly label: string | null;
  /** Pixels across. */
  readonly size: number;
  /** Whether it bears the symbol of its kind. */
  readonly symbol: boolean;
  /** What is told to have happened there, or to be threatened: the strong marks, which stand on this one or in it. */
  readonly incidents: readonly MapIncident[];
}

/** The article's marks in the order of first mention; `nameOf` writes a place's name for the reader. */
export function marksOf(
  map: ArticleMap,
  showAssociative: boolean,
  nameOf: (feature: PlaceFeature) => string,
  incidents: readonly MapIncident[] = [],
): Mark[] {
  const byPlace = new Map<string | null, MapIncident[]>();
  for (const incident of incidents) {
    const own = byPlace.get(incident.placeId);
    if (own) own.push(incident);
    else byPlace.set(incident.placeId, [incident]);
  }
  return map.features.flatMap((feature) => {
    const own = byPlace.get(feature.id) ?? [];
    const form = own.length > 0 ? formOfScene(feature) : formOf(feature);
    if (form === 'name' && !showAssociative) return [];
    // Where an incident stands, the place itself is no more than the point that it stands on.
    const symbol = form === 'point' && own.length === 0 && marks.symbolKinds.includes(feature.properties.kind);
    return [
      {
        feature,
        form,
        point: feature.properties.labelPoint,
        label: form === 'name' ? null : nameOf(feature),
        size: sizeOf(form, symbol),
        symbol,
        incidents: own,
      },
    ];
  });
}

/** The form of a place where something happened: a point, or else a frame with its name, which is never read as a position. */
function formOfScene(feature: PlaceFeature): MarkForm {
  const form = formOf({ ...feature, properties: { ...feature.properties, role: 'literal' } });
  return form === 'near' ? 'area' : form;
}

/** Which form a place's precision, role and geometry allow. */
export function formOf({ geometry, properties }: PlaceFeature): MarkForm {
  if (properties.role === 'associative') return 'name';
  const isPoint = geometry.type === 'Point';
  if (isPoint && properties.wherePrecision === 1) return 'point';
  if (isPoint || properties.wherePrecision === 2) return 'near';
  return properties.wherePrecision === 6 && properties.direction === undefined ? 'country' : 'area';
}

/** What the map's own layers draw: the areas, and a point for each name that a marker writes, so that other labels give way to it. */
export function areasOf(marked: readonly Mark[]): FeatureCollection {
  const areas = marked.filter((mark) => mark.feature.geometry.type !== 'Point');
  // What is threatened or denied has hatched nothing yet.
  const told = ({ incidents }: Mark): boolean => incidents.some(({ status }) => status === 'reported' || status === 'claimed');
  const ordered = [...areas].sort((a, b) => boxSize(b.feature) - boxSize(a.feature));
  return {
    type: 'FeatureCollection',
    features: [
      ...ordered.map((mark): Feature => ({
        type: 'Feature',
        geometry: mark.feature.geometry,
        properties: { id: mark.feature.id, form: mark.form, told: told(mark) },
      })),
      ...marked.flatMap((mark): Feature[] => {
        // A ring on a city leaves the city's own label beside it; one on a country would stand in the middle of its name.
        const isRing = mark.label === null && mark.feature.geometry.type !== 'Point';
        if (mark.label === null && !isRing) return [];
        // The name may come to stand on either side of its disc; two balls are as wide as that.
        const beside = mark.label !== null && (mark.form === 'point' || mark.form === 'near');
        const framed = mark.label !== null && !beside && mark.incidents.length > 0;
        const label = framed
          ? frameRoom(mark.label ?? '', mark.incidents.length)
          : beside
            ? `${mark.label} ●● ${mark.label}`
            : (mark.label ?? '●');
        const properties = { id: `${mark.feature.id}#name`, label };
        return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...mark.point] }, properties }];
      }),
    ],
  };
}

/** As much text as is as large as an area's frame: its name, and under it lines as long as its row of signs. */
function frameRoom(name: string, incidents: number): string {
  return `${name}\n${'●●●'.repeat(Math.min(incidents, 5))}\n●\n●`;
}

function sizeOf(form: MarkForm, symbol: boolean): number {
  if (form === 'point') return symbol ? marks.pixels.symbol : marks.pixels.dot;
  if (form === 'area' || form === 'country') return marks.pixels.chip;
  return marks.pixels[form];
}

/** Square degrees of the bounding box: to draw the larger below the smaller. */
function boxSize({ bbox: [west, south, east, north] }: PlaceFeature): number {
  return (east - west) * (north - south);
}
