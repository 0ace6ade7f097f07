import { listCollections, makeCollection } from '@/lib/api/collections-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/collections`: all of them. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listCollections(request, store));
}

/** `POST /api/collections`: makes one. */
export async function POST(request: Request): Promise<Response> {
  return withLibrary((store) => makeCollection(request, store));
}
