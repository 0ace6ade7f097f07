import { withLibrary } from '@/lib/api/library';
import { changeWebhook, getWebhook, removeWebhook } from '@/lib/api/webhooks-request';

export const runtime = 'nodejs';

/** `GET /api/webhooks/{id}`: one, and how it answered the last time. */
export async function GET(request: Request, { params }: RouteContext<'/api/webhooks/[id]'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => getWebhook(request, store, id));
}

/** `PUT /api/webhooks/{id}`: another address or filter. */
export async function PUT(request: Request, { params }: RouteContext<'/api/webhooks/[id]'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => changeWebhook(request, store, id));
}

/** `DELETE /api/webhooks/{id}`: nothing more is sent there. */
export async function DELETE(_request: Request, { params }: RouteContext<'/api/webhooks/[id]'>): Promise<Response> {
  const { id } = await params;
  return withLibrary((store) => removeWebhook(store, id));
}
