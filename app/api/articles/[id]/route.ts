import { getArticle, removeArticle } from '@/lib/api/articles-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/articles/{id}`: a saved article with its text. */
export async function GET(request: Request, { params }: RouteContext<'/api/articles/[id]'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => getArticle(request, store, id));
}

/** `DELETE /api/articles/{id}`: removes it with all that was read from it. */
export async function DELETE(_request: Request, { params }: RouteContext<'/api/articles/[id]'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => removeArticle(store, id));
}
