import { readRequest } from '@/lib/api/ingest-request';

export const runtime = 'nodejs';

/** `POST /api/read`: a file as a form, or the address of a page as JSON; the article in it, which is not saved. */
export async function POST(request: Request): Promise<Response> {
  return readRequest(request);
}
