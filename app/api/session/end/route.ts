import { withLibrary } from '@/lib/api/library';
import { signOut } from '@/lib/access/session-request';

export const runtime = 'nodejs';

/** `POST /api/session/end`: signs out. */
export async function POST(request: Request): Promise<Response> {
  return withLibrary((store) => signOut(request, store));
}
