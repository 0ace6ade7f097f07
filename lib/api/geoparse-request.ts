import { loadEngine, mapArticle, type Engine } from './engine';
import { parseInput, problemResponse } from './errors';
import { readJson } from './read-json';
import { askedLanguage } from './reader-language';
import { articleSchema, MAX_TEXT_LENGTH } from './schemas';

/** A body of so many bytes may still hold an article of the longest kind: three bytes a character, escaped, and the other fields. */
export const MAX_ARTICLE_BYTES = MAX_TEXT_LENGTH * 6 + 100_000;

/** One engine for the process, however many bundles of routes hold a copy of this module. */
const shared = globalThis as { incidentMapEngine?: Engine };

/** The engine of this process, loaded at first use. */
export function sharedEngine(): Engine {
  shared.incidentMapEngine ??= loadEngine();
  return shared.incidentMapEngine;
}

/** Answers `POST /api/geoparse`. Whatever is sent gets the map of an article or a problem that says what was wanted. */
export async function geoparseRequest(request: Request): Promise<Response> {
  try {
    const article = parseInput(articleSchema, await readJson(request, MAX_ARTICLE_BYTES));
    const map = mapArticle(article, sharedEngine(), askedLanguage(request));
    return new Response(JSON.stringify(map), {
      headers: { 'content-type': 'application/geo+json; charset=utf-8', 'cache-control': 'no-store' },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
