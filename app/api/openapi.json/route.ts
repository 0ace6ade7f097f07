import { openApiRequest } from '@/lib/api/openapi/request';

export const runtime = 'nodejs';

/** `GET /api/openapi.json`: the interface in OpenAPI 3.1. */
export function GET(request: Request): Response {
  return openApiRequest(request);
}
