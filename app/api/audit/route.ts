import { withLibrary } from '@/lib/api/library';
import { listAudit } from '@/lib/access/audit-request';

export const runtime = 'nodejs';

/** `GET /api/audit`: who did what, when, from where; last first. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listAudit(request, store));
}
