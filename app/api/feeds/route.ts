import { listFeeds, postFeed } from '@/lib/api/feeds-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/feeds`: the feeds that are followed. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listFeeds(request, store));
}

/** `POST /api/feeds`: the address of a feed as JSON; it is followed from now on, and read at once. */
export async function POST(request: Request): Promise<Response> {
  return withLibrary((store) => postFeed(request, store));
}
