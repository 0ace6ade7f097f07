import { mentionsRequest } from '@/lib/api/incidents-request';

export const runtime = 'nodejs';

/** `GET /api/mentions?country=…`: a page of mentions, or a problem. */
export function GET(request: Request): Promise<Response> {
  return mentionsRequest(request);
}
