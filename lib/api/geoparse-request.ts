import type { Language } from '../types';
import { loadEngine, mapArticle, type Engine } from './engine';
import { InputError, parseInput, toProblem } from './errors';
import { negotiateLanguage } from './reader-language';
import { articleSchema, MAX_TEXT_LENGTH } from './schemas';

/** A body of so many bytes may still hold an article of the longest kind: three bytes a character, escaped, and the other fields. */
const MAX_BODY_BYTES = MAX_TEXT_LENGTH * 6 + 100_000;

let engine: Engine | null = null;

/** The engine of this process, loaded at first use. */
export function sharedEngine(): Engine {
  engine ??= loadEngine();
  return engine;
}

/** Answers `POST /api/geoparse`. Whatever is sent gets the map of an article or a problem that says what was wanted. */
export async function geoparseRequest(request: Request): Promise<Response> {
  try {
    const article = parseInput(articleSchema, await readJson(request));
    const map = mapArticle(article, sharedEngine(), readerLanguage(request));
    return new Response(JSON.stringify(map), {
      headers: { 'content-type': 'application/geo+json; charset=utf-8', 'cache-control': 'no-store' },
    });
  } catch (error) {
    const problem = toProblem(error);
    return new Response(JSON.stringify(problem), {
      status: problem.status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    });
  }
}

/** The language for names: `?locale=ar`, else the one of the two that the request's `Accept-Language` prefers. */
function readerLanguage(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('locale');
  return asked === 'ar' || asked === 'en' ? asked : negotiateLanguage(request.headers.get('accept-language'));
}

async function readJson(request: Request): Promise<unknown> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType !== 'application/json' && !mediaType.endsWith('+json'))
    throw new InputError(415, 'The article must come as JSON', [
      { field: 'content-type', got: mediaType || 'nothing', wanted: 'wanted application/json' },
    ]);
  try {
    return JSON.parse(await readText(request)) as unknown;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const wanted = 'wanted an article as JSON in UTF-8';
    throw new InputError(400, 'This is not JSON', [
      { field: 'body', got: error instanceof Error ? error.message : 'something else', wanted },
    ]);
  }
}

/** Reads the body up to its limit, so that a longer one is refused without being kept. */
async function readText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel();
      const wanted = `wanted an article of at most ${MAX_TEXT_LENGTH} characters`;
      throw new InputError(413, 'The article is too long', [{ field: 'body', got: `more than ${MAX_BODY_BYTES} bytes`, wanted }]);
    }
    text += decoder.decode(value, { stream: true });
  }
}
