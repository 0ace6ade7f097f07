import { problemResponse } from '@/lib/api/errors';
import { getJob } from '@/lib/api/jobs-request';

export const runtime = 'nodejs';

/** `GET /api/jobs/{id}`: what became of something that was put in the queue. */
export async function GET(request: Request, { params }: RouteContext<'/api/jobs/[id]'>): Promise<Response> {
  const { id } = await params;
  return getJob(request, id).catch(problemResponse);
}
