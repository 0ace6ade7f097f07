import { removeTag, renameTag } from '@/lib/api/tags-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `PUT /api/tags/{tag}`: another name for it. */
export async function PUT(request: Request, { params }: RouteContext<'/api/tags/[tag]'>): Promise<Response> {
  const { tag } = await params;
  return withLibrary((store) => renameTag(request, store, tag));
}

/** `DELETE /api/tags/{tag}`: takes it from all articles. */
export async function DELETE(_request: Request, { params }: RouteContext<'/api/tags/[tag]'>): Promise<Response> {
  const { tag } = await params;
  return withLibrary((store) => removeTag(store, tag));
}
