import { tileJsonRequest } from '@/lib/api/tile-request';

export const runtime = 'nodejs';

/** `GET /tiles.json`: TileJSON of the tiles of incidents. */
export function GET(request: Request): Promise<Response> {
  return tileJsonRequest(request);
}
