import { listLinks, putLinks } from '@/lib/api/links-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/links`: which incidents are one event, and who says so. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listLinks(request, store));
}

/** `POST /api/links`: links incidents by hand, or cuts them. */
export async function POST(request: Request): Promise<Response> {
  return withLibrary((store) => putLinks(request, store));
}
