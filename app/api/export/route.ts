import { exportRequest } from '@/lib/api/export-request';

export const runtime = 'nodejs';

/** `POST /api/export?format=kml&locale=ar`: an article as JSON in, a file or a problem out. */
export async function POST(request: Request): Promise<Response> {
  return exportRequest(request);
}
