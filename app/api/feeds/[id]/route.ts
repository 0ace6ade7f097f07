import { removeFeed } from '@/lib/api/feeds-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `DELETE /api/feeds/{id}`: follows a feed no longer. */
export async function DELETE(_: Request, { params }: RouteContext<'/api/feeds/[id]'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => removeFeed(store, id));
}
