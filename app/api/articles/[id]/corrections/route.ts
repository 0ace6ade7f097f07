import { addCorrections, listCorrections } from '@/lib/api/article-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/articles/{id}/corrections`: the log of its review. */
export async function GET(request: Request, { params }: RouteContext<'/api/articles/[id]/corrections'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => listCorrections(request, store, id));
}

/** `POST /api/articles/{id}/corrections`: adds to the log. */
export async function POST(request: Request, { params }: RouteContext<'/api/articles/[id]/corrections'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => addCorrections(request, store, id));
}
