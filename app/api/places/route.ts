import { placesRequest } from '@/lib/api/incidents-request';

export const runtime = 'nodejs';

/** `GET /api/places?kind=…`: a page of places, or a problem. */
export function GET(request: Request): Promise<Response> {
  return placesRequest(request);
}
