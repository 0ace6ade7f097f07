import { listArticles, saveArticle } from '@/lib/api/articles-request';
import { withLibrary } from '@/lib/api/library';

export const runtime = 'nodejs';

/** `GET /api/articles`: a page of the saved articles that the parameters ask for. */
export async function GET(request: Request): Promise<Response> {
  return withLibrary((store) => listArticles(request, store));
}

/** `POST /api/articles`: an article as JSON in; it is read and saved. */
export async function POST(request: Request): Promise<Response> {
  return withLibrary((store) => saveArticle(request, store));
}
