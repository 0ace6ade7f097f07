import { articleMap } from '@/lib/api/article-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/articles/{id}/map`: what it says, as GeoJSON. */
export async function GET(request: Request, { params }: RouteContext<'/api/articles/[id]/map'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => articleMap(request, store, id));
}
