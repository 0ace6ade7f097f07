import { listSources } from '@/lib/api/tags-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/sources`: who published the articles. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listSources(request, store));
}
