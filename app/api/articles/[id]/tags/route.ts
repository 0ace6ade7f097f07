import { putTags } from '@/lib/api/article-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `PUT /api/articles/{id}/tags`: these tags and no others. */
export async function PUT(request: Request, { params }: RouteContext<'/api/articles/[id]/tags'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => putTags(request, store, id));
}
