import { gazetteerRequest } from '@/lib/api/gazetteer-request';

export const runtime = 'nodejs';

/** `GET /api/gazetteer?q=…`: places of a name. `?id=…`: one place, drawn. Or a problem. */
export function GET(request: Request): Response {
  return gazetteerRequest(request);
}
