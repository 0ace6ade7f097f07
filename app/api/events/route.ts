import { listEvents } from '@/lib/api/events-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/events`: incidents grouped into events. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listEvents(request, store));
}
