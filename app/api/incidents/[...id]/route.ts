import { incidentRequest } from '@/lib/api/incidents-request';

export const runtime = 'nodejs';

/** `GET /api/incidents/{id}`: one incident, or a problem. */
export function GET(request: Request): Promise<Response> {
  return incidentRequest(request);
}
