import { listCounts } from '@/lib/api/events-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/counts`: incidents by period, country and type. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listCounts(request, store));
}
