import { feedRequest } from '@/lib/api/feed-request';

export const runtime = 'nodejs';

/** `GET /feed.atom`: new incidents, as Atom with GeoRSS. */
export function GET(request: Request): Promise<Response> {
  return feedRequest(request);
}
