import { getCollection, removeCollection, renameCollection } from '@/lib/api/collections-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/collections/{id}`: its name and how many articles it has. */
export async function GET(request: Request, { params }: RouteContext<'/api/collections/[id]'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => getCollection(request, store, id));
}

/** `PUT /api/collections/{id}`: names it anew. */
export async function PUT(request: Request, { params }: RouteContext<'/api/collections/[id]'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => renameCollection(request, store, id));
}

/** `DELETE /api/collections/{id}`: removes it; its articles stay. */
export async function DELETE(_request: Request, { params }: RouteContext<'/api/collections/[id]'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => removeCollection(store, id));
}
