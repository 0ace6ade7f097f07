import { withLibrary } from '@/lib/api/library';
import { listWebhooks, makeWebhook } from '@/lib/api/webhooks-request';

export const runtime = 'nodejs';

/** `GET /api/webhooks`: who is told of new incidents, and how that went. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listWebhooks(request, store));
}

/** `POST /api/webhooks`: makes one. */
export async function POST(request: Request): Promise<Response> {
  return withLibrary((store) => makeWebhook(request, store));
}
