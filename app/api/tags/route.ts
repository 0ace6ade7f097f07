import { changeTags, listTags } from '@/lib/api/tags-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/tags`: all tags with how many articles have them. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listTags(request, store));
}

/** `PATCH /api/tags`: gives tags to articles and takes others from them. */
export async function PATCH(request: Request): Promise<Response> {
  return withLibrary((store) => changeTags(request, store));
}
