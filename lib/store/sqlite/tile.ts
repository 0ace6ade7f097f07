import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import type { Session, Sql } from '../sql/session';
import { EXTENT } from '../sql/extent';

interface Row {
  readonly cell: number;
  readonly status: string;
  readonly precision: number;
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly type: string;
  readonly n: number;
}

/** Encodes rows of counts, one for each type, as a tile with a feature for each point. */
export async function encodeTile(session: Session, { sql, params }: Sql): Promise<Uint8Array> {
  const points = new Map<string, Row[]>();
  for (const row of await session.all<Row>(sql, params)) {
    const key = `${row.cell} ${row.status} ${row.precision}`;
    const rows = points.get(key);
    if (rows) rows.push(row);
    else points.set(key, [row]);
  }
  if (points.size === 0) return new Uint8Array();
  const layer = new GeoJSONWrapper([...points.values()].map(featureOf), { version: 2, extent: EXTENT });
  layer.name = 'incidents';
  return fromVectorTileJs({ layers: { incidents: layer } });
}

function featureOf(rows: Row[]): GeoJSONVTFeature {
  const [most, ...others] = rows.sort((a, b) => b.n - a.n || (a.type < b.type ? -1 : 1));
  if (!most) throw new Error('a point of a tile has no rows');
  const counts = Object.fromEntries([most, ...others].map(({ type, n }) => [type, n]));
  const { x, y, count, status, precision, type } = most;
  return { type: 1, geometry: [[x, y]], tags: { ...counts, count, status, geoPrecision: precision, type } };
}
