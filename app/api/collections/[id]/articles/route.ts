import { changeMembers } from '@/lib/api/collections-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `PATCH /api/collections/{id}/articles`: puts articles in and takes others out. */
export async function PATCH(request: Request, { params }: RouteContext<'/api/collections/[id]/articles'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => changeMembers(request, store, id));
}
