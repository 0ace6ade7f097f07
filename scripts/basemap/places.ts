import type { Feature, Point } from 'geojson';
import corrections from '../../data/map/place-names.json';
import { arabicName } from './arabic';
import { pressSpelling } from './latin';

/** What a label layer's features carry. `ar` is absent where it is unknown or the same. */
export interface LabelProperties {
  readonly en: string;
  readonly ar?: string;
  /** The zoom from which it may be shown. */
  readonly z: number;
  /** `country` or `region` for a capital; absent for the others. */
  readonly capital?: 'country' | 'region';
}

/** A place smaller than its row goes on to the next; population in persons. */
const ZOOM_BY_POPULATION: readonly (readonly [number, number])[] = [
  [10_000_000, 2.6],
  [5_000_000, 3.2],
  [2_000_000, 4],
  [1_000_000, 4.6],
  [500_000, 5.2],
  [200_000, 6],
  [100_000, 6.6],
  [50_000, 7.3],
  [20_000, 8],
  [10_000, 8.6],
  [5_000, 9.2],
];
const SMALLEST_ZOOM = 10;
/** Where populations are mostly unknown, no population may well be a town. */
const UNKNOWN_ZOOM = 8.6;
/** An administrative seat shows from here on however small it is: GeoNames has population 0 for many. */
const ZOOM_BY_SEAT: Record<string, number> = { PPLC: 3.4, PPLA: 6, PPLA2: 8.2 };
/** The capital of a small country or territory, so as not to crowd its neighbours out. */
const SMALL_CAPITAL = { population: 60_000, zoom: 5 };
const arCorrections: Readonly<Record<string, string>> = corrections.ar;
const enCorrections: Readonly<Record<string, string>> = corrections.en;
const transliterated = new Set(corrections.transliterated);
/** Parts of cities, abandoned and destroyed places. */
const NOT_LABELLED = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

/**
 * City labels out of GeoNames' table (tab-separated; name, alternate names, latitude, longitude, code, country, population).
 * `divisionWords`: by country, the Arabic words in the names of its divisions.
 * Where a country's populations are mostly unknown, small places stay in; elsewhere those under 5,000 stay out.
 */
export function placeLabels(table: string, divisionWords: ReadonlyMap<string, ReadonlySet<string>>): Feature<Point, LabelProperties>[] {
  const rows = table.split('\n').map((line) => line.split('\t'));
  const unknown = countriesWithoutPopulations(rows);
  const labels: Feature<Point, LabelProperties>[] = [];
  for (const row of rows) {
    const [id = '', name = '', ascii = '', alternates = '', lat, lon, , code = '', country = ''] = row;
    const population = Number(row[14] || 0);
    const isSmallCapital = code === 'PPLC' && population > 0 && population < SMALL_CAPITAL.population;
    const seat = isSmallCapital ? SMALL_CAPITAL.zoom : ZOOM_BY_SEAT[code];
    if (!name || NOT_LABELLED.has(code) || id in corrections.notLabelled) continue;
    if (population < 5000 && seat === undefined && !unknown.has(country)) continue;
    const ar = arCorrections[id] ?? arabicName(ascii, alternates.split(','), divisionWords.get(country));
    const known = ZOOM_BY_POPULATION.find(([least]) => population >= least)?.[1] ?? SMALLEST_ZOOM;
    const zoom = population === 0 && unknown.has(country) ? UNKNOWN_ZOOM : known;
    labels.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [Number(lon), Number(lat)] },
      properties: {
        en: enCorrections[id] ?? (transliterated.has(country) ? pressSpelling(name) : name),
        ...(ar ? { ar } : {}),
        z: Math.min(zoom, seat ?? SMALLEST_ZOOM),
        ...(code === 'PPLC' ? { capital: 'country' as const } : code === 'PPLA' ? { capital: 'region' as const } : {}),
      },
    });
  }
  return labels.sort((a, b) => a.properties.z - b.properties.z);
}

/** Countries that have no population for at least a third of their places: Yemen, Syria, Iraq … */
function countriesWithoutPopulations(rows: readonly string[][]): Set<string> {
  const counts = new Map<string, { all: number; zero: number }>();
  for (const row of rows) {
    const count = counts.get(row[8] ?? '') ?? { all: 0, zero: 0 };
    count.all++;
    if (!Number(row[14] || 0)) count.zero++;
    counts.set(row[8] ?? '', count);
  }
  return new Set([...counts].filter(([, { all, zero }]) => zero > all / 3).map(([country]) => country));
}
