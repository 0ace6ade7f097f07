import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import { EXTENT } from '../sql/extent';
import { shiftOf } from '../world';
import type { Frame, Session, Sql } from '../sql/session';

interface Row {
  readonly cell: number;
  readonly status: string;
  readonly precision: number;
  readonly type: string;
  readonly n: number;
  readonly sum_x: number;
  readonly sum_y: number;
}

/** Encodes counts as a tile: what is in one cell and alike in status and precision stands at one point, their middle. */
export async function encodeTile(session: Session, { sql, params }: Sql, frame: Frame): Promise<Uint8Array> {
  const points = new Map<string, Row[]>();
  for (const row of await session.all<Row>(sql, params)) {
    const key = `${row.cell} ${row.status} ${row.precision}`;
    const rows = points.get(key);
    if (rows) rows.push(row);
    else points.set(key, [row]);
  }
  if (points.size === 0) return new Uint8Array();
  const features = [...points.values()].map((rows) => featureOf(rows, frame));
  const layer = new GeoJSONWrapper(features, { version: 2, extent: EXTENT });
  layer.name = 'incidents';
  return fromVectorTileJs({ layers: { incidents: layer } });
}

function featureOf(rows: Row[], { x, y, size, level }: Frame): GeoJSONVTFeature {
  const [most] = rows.sort((a, b) => b.n - a.n || (a.type < b.type ? -1 : 1));
  if (!most) throw new Error('a point of a tile has no rows');
  const tags: Record<string, string | number> = {};
  let [count, sumX, sumY] = [0, 0, 0];
  for (const { type, n, sum_x, sum_y } of rows) {
    tags[type] = n;
    count += n;
    sumX += sum_x;
    sumY += sum_y;
  }
  const at = (sum: number, origin: number) => Math.floor(((sum / count - origin) * EXTENT) / size);
  const { status, precision, type } = most;
  // The middle of what lies in a square lies in it too.
  const square = [level, ...[sumX, sumY].map((sum) => Math.floor(sum / count / 2 ** shiftOf(level)))].join('/');
  return { type: 1, geometry: [[at(sumX, x), at(sumY, y)]], tags: { ...tags, count, status, geoPrecision: precision, type, square } };
}
