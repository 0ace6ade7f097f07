import { exportCollection } from '@/lib/api/collection-export';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/collections/{id}/export?format=csv`: what its articles say, in one file. */
export async function GET(request: Request, { params }: RouteContext<'/api/collections/[id]/export'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => exportCollection(request, store, id));
}
