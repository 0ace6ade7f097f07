import { z } from 'zod';
import type { Store } from '../store/store';
import { MAX_ZOOM } from '../store/world';
import { answerJson, answerWith } from './answers';
import { notThere } from './errors';
import { incidentFilter, incidentShape } from './incident-query';
import { withLibrary } from './library';
import { originOf } from './origin';
import { readQuery } from './query';

export const tileQuery = z.strictObject(incidentShape);
const TILE_PATH = /^\/tiles\/(\d{1,2})\/(\d{1,8})\/(\d{1,8})\.mvt$/;
export const TILE_TYPE = 'application/vnd.mapbox-vector-tile';

/** Answers `GET /tiles/{z}/{x}/{y}.mvt`, with the parameters of every list of incidents: a Mapbox vector tile; 204 where nothing lies in it. */
export function tileRequest(request: Request): Promise<Response> {
  return withLibrary((store) => tile(request, store));
}

async function tile(request: Request, store: Store): Promise<Response> {
  const { pathname } = new URL(request.url);
  const match = TILE_PATH.exec(pathname);
  if (!match) throw notThere('tile', pathname);
  const [zoom = 0, x = 0, y = 0] = match.slice(1).map(Number);
  const filter = incidentFilter(readQuery(request, tileQuery));
  const bytes = await store.tile(zoom, x, y, filter);
  if (bytes.length === 0) return new Response(null, { status: 204, headers: { 'cache-control': 'private, no-cache' } });
  return answerWith(request, new Uint8Array(bytes), { mediaType: TILE_TYPE });
}

/** TileJSON 3.0, as far as ours goes. */
export const tileJsonSchema = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  description: z.string(),
  scheme: z.literal('xyz'),
  tiles: z.array(z.string()),
  minzoom: z.int(),
  maxzoom: z.int(),
  bounds: z.array(z.number()),
  vector_layers: z.array(z.object({ id: z.string(), description: z.string(), fields: z.record(z.string(), z.string()) })),
});

/** Answers `GET /tiles.json`: where the tiles are, those of a filter where its parameters are given, and what is in them. */
export function tileJsonRequest(request: Request): Promise<Response> {
  return withLibrary(() => {
    readQuery(request, tileQuery);
    const { search } = new URL(request.url);
    const told: z.output<typeof tileJsonSchema> = {
      tilejson: '3.0.0',
      name: 'Incidents',
      description:
        'Points, each of which stands for `count` incidents. Where a place is an area its point is a label’s, never a position: `geoPrecision` says so.',
      scheme: 'xyz',
      tiles: [`${originOf(request)}/tiles/{z}/{x}/{y}.mvt${search}`],
      minzoom: 0,
      maxzoom: MAX_ZOOM,
      bounds: [-180, -85.0511, 180, 85.0511],
      vector_layers: [
        {
          id: 'incidents',
          description: 'Up to zoom 7 what lies close together is one point; from 8 on each place is.',
          fields: {
            count: 'Number: how many incidents it stands for; beside it, under its name, how many are of each type.',
            status: 'String: reported, claimed, denied or threatened; all of a point are alike.',
            geoPrecision: 'Number: ACLED geo_precision, 1 to 3; all of a point are alike.',
            type: 'String: the type most of them have.',
            square: 'String: the square of the web map in which they lie, as lists of incidents take it.',
          },
        },
      ],
    };
    return Promise.resolve(answerJson(request, told));
  });
}
