import { pollRequest } from '@/lib/api/feeds-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `POST /api/feeds/poll`: asks feeds for what is new. */
export async function POST(request: Request): Promise<Response> {
  return withLibrary((store) => pollRequest(request, store));
}
