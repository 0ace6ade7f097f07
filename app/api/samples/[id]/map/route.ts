import { problemResponse } from '@/lib/api/errors';
import { sampleMap } from '@/lib/api/sample-request';

export const runtime = 'nodejs';

/** `GET /api/samples/{id}/map`: what a sample article says, as GeoJSON. */
export async function GET(request: Request, { params }: RouteContext<'/api/samples/[id]/map'>): Promise<Response> {
  const { id } = await params;
  return sampleMap(request, id).catch(problemResponse);
}
