import { incidentsRequest } from '@/lib/api/incidents-request';

export const runtime = 'nodejs';

/** `GET /api/incidents?bbox=…`: a page of incidents, or a problem. */
export function GET(request: Request): Promise<Response> {
  return incidentsRequest(request);
}
