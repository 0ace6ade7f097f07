import { listFacets } from '@/lib/api/facets-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/facets`: what incidents can be filtered by, counted. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listFacets(request, store));
}
