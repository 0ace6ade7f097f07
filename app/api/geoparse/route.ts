import { geoparseRequest } from '@/lib/api/geoparse-request';

export const runtime = 'nodejs';

/** `POST /api/geoparse`: an article as JSON in, the contract's FeatureCollection or a problem out. */
export async function POST(request: Request): Promise<Response> {
  return geoparseRequest(request);
}
