import { withLibrary } from '@/lib/api/library';
import { signIn } from '@/lib/access/session-request';
import { whoAsks } from '@/lib/access/who-asks';

export const runtime = 'nodejs';

/** `GET /api/session`: who asks: name, role, and how that is known. */
export function GET(request: Request): Response {
  return Response.json(whoAsks(request.headers), { headers: { 'cache-control': 'no-store' } });
}

/** `POST /api/session`: the sign-in form. */
export async function POST(request: Request): Promise<Response> {
  return withLibrary((store) => signIn(request, store));
}
