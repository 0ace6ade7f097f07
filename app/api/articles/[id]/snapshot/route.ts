import { getSnapshot } from '@/lib/api/article-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/articles/{id}/snapshot?url=…`: the page as it was fetched, as a file. */
export async function GET(request: Request, { params }: RouteContext<'/api/articles/[id]/snapshot'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => getSnapshot(request, store, id));
}
