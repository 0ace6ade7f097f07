import { tileRequest } from '@/lib/api/tile-request';

export const runtime = 'nodejs';

/** `GET /tiles/{z}/{x}/{y}.mvt`: a vector tile of incidents, or a problem. */
export function GET(request: Request): Promise<Response> {
  return tileRequest(request);
}
