import { ingestRequest } from '@/lib/api/ingest-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `POST /api/ingest`: files as a form, or the address of a page as JSON; they are read and saved. */
export async function POST(request: Request): Promise<Response> {
  return withLibrary((store) => ingestRequest(request, store));
}
