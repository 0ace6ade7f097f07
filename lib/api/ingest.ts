import { UnknownLanguageError } from '../geoparse';
import type { Fetcher } from '../ingest/fetch/guarded-fetch';
import type { ReadDocument } from '../ingest/document';
import { IngestError, INGEST_PROBLEMS } from '../ingest/ingest-error';
import { readFile, readPage } from '../ingest/read-file';
import { sha256 } from '../store/pack';
import type { NewArticle, Saved } from '../store/records';
import type { Store } from '../store/store';
import type { Article } from '../types';
import type { Engine } from './engine';
import { InputError, parseInput } from './errors';
import { saveRead, withResult } from './save-articles';
import { articleSchema } from './schemas';

/** Where an article comes from. */
export type Source =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'article'; readonly name: string; readonly article: Article; readonly byline?: string };

/** An article that was read from its source, not yet by the engine. */
export type ReadArticle = Omit<NewArticle, 'result'> & Pick<ReadDocument, 'isDoubtful'>;

/** Why a source gives no article. */
export const PROBLEM_CODES = [...INGEST_PROBLEMS, 'not-an-article', 'language-not-read'] as const;

/** What became of one source. */
export interface Ingested {
  /** The file's name, the address, the line. */
  readonly name: string;
  /**
   * saved: new; alike: new, and nearly the same text as the article `alikeTo`; copy: the text was there, this is another
   * place where it was published; known: nothing was added; failed: `problem` says why.
   */
  readonly outcome: 'saved' | 'alike' | 'copy' | 'known' | 'failed';
  /** The article's id; null where it failed. */
  readonly id: string | null;
  readonly title: string | null;
  readonly alikeTo: string | null;
  /** Its letters may not be those that are seen, as happens in PDFs: the text is to be looked at. */
  readonly isDoubtful: boolean;
  readonly problem: { readonly code: (typeof PROBLEM_CODES)[number]; readonly message: string } | null;
}

export interface IngestOptions {
  /** Given to each article. */
  readonly tags?: readonly string[];
  /** Articles that are saved in one transaction. */
  readonly batch?: number;
}

/** So many are saved at once: what is lost when somebody pulls the plug was not told to be saved. */
const BATCH = 20;

/**
 * Reads sources, saves the articles in them, and gives a result for each, in their order; what a result tells of is on the
 * disk. What is wrong with a source is its result, and the others go on. It may be broken off and begun again: what was
 * saved is known the second time. Memory does not grow with the number of sources.
 * @throws StoreError where the library is at fault
 */
export async function* ingestSources(
  store: Store,
  engine: Engine,
  fetcher: Fetcher,
  sources: Iterable<Source> | AsyncIterable<Source>,
  options: IngestOptions = {},
): AsyncGenerator<Ingested> {
  async function* readings(): AsyncGenerator<Reading> {
    for await (const source of sources) yield { name: nameOf(source), read: () => readSource(source, fetcher) };
  }
  yield* ingestReadings(store, engine, readings(), options);
}

/** One source. @throws StoreError */
export async function ingestArticle(
  store: Store,
  engine: Engine,
  fetcher: Fetcher,
  source: Source,
  tags: readonly string[] = [],
): Promise<Ingested> {
  for await (const result of ingestSources(store, engine, fetcher, [source], { tags })) return result;
  throw new Error('a source had no result');
}

/** A source under its name, and how it is read. */
export interface Reading {
  readonly name: string;
  readonly read: () => Promise<ReadArticle>;
}

/** As `ingestSources`, for whoever reads in another way. */
export async function* ingestReadings(
  store: Store,
  engine: Engine,
  readings: Iterable<Reading> | AsyncIterable<Reading>,
  { tags = [], batch = BATCH }: IngestOptions = {},
): AsyncGenerator<Ingested> {
  let waiting: Attempt<ReadArticle>[] = [];
  for await (const { name, read } of readings) {
    waiting.push(await attempt(name, async () => withTags(await read(), tags)));
    if (waiting.length < batch) continue;
    yield* await save(store, engine, waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield* await save(store, engine, waiting);
}

type Attempt<Item> = Ingested | { readonly name: string; readonly item: Item };

async function save(store: Store, engine: Engine, read: readonly Attempt<ReadArticle>[]): Promise<Ingested[]> {
  const known = await store.summaries(read.flatMap((one) => ('item' in one ? [sha256(one.item.article.text)] : [])));
  const ids = new Set(known.map(({ id }) => id));
  const attempts: Attempt<ReadArticle & NewArticle>[] = [];
  for (const one of read) {
    // What is there has its map: a long ingest that begins again does not read all of it a second time.
    if (!('item' in one) || ids.has(sha256(one.item.article.text))) attempts.push(one);
    else attempts.push(await attempt(one.name, async () => withResult(engine, one.item)));
  }
  const items = attempts.flatMap((one) => ('item' in one ? [one.item] : []));
  const saved = await saveRead(store, items);
  // Somebody removed it between the two.
  const bare = items.filter(({ result }, i) => result === undefined && saved[i]?.outcome === 'new');
  if (bare.length > 0)
    await saveRead(
      store,
      bare.map((item) => withResult(engine, item)),
    );
  let i = 0;
  return attempts.map((one) => ('item' in one ? toIngested(one.name, one.item, saved[i++]) : one));
}

/** Reads the article of a source, with the page or file itself as evidence. @throws IngestError, InputError */
export async function readSource(source: Source, fetcher: Fetcher): Promise<ReadArticle> {
  if (source.kind === 'article') return { article: source.article, ...(source.byline ? { byline: source.byline } : {}) };
  if (source.kind === 'url') {
    const page = await fetcher(source.url, { accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1' });
    const { fetchedAt, headers, bytes, url } = page;
    return toReadArticle(await readPage(page), { fetchedAt, headers: { ...headers, 'x-fetched-from': url }, bytes });
  }
  const { name, bytes } = source;
  const headers = { 'x-file-name': encodeURIComponent(Buffer.from(name, 'utf8').toString('utf8')) };
  return toReadArticle(await readFile(name, bytes), { fetchedAt: new Date().toISOString(), headers, bytes });
}

/** An article of what a page or file says. @throws InputError where it says what no article is */
export function toReadArticle({ byline, isDoubtful, ...document }: ReadDocument, snapshot?: NewArticle['snapshot']): ReadArticle {
  const article = parseInput(articleSchema, {
    ...document,
    url: document.url !== null && document.url.length <= 2_000 ? document.url : null,
  });
  return { article, ...(byline ? { byline } : {}), ...(snapshot ? { snapshot } : {}), ...(isDoubtful ? { isDoubtful } : {}) };
}

async function attempt<Item>(name: string, work: () => Promise<Item>): Promise<Attempt<Item>> {
  try {
    return { name, item: await work() };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return { name, outcome: 'failed', id: null, title: null, alikeTo: null, isDoubtful: false, problem };
  }
}

/** What is wrong with a source; null where the fault is not its own. */
export function problemOf(error: unknown): Ingested['problem'] {
  if (error instanceof IngestError) return { code: error.code, message: error.message };
  if (error instanceof InputError) return { code: 'not-an-article', message: error.message };
  if (error instanceof UnknownLanguageError) return { code: 'language-not-read', message: error.message };
  return null;
}

function toIngested(name: string, { article, isDoubtful }: ReadArticle, saved: Saved | undefined): Ingested {
  if (!saved) throw new Error('the store saved an article and did not say which');
  const outcome = saved.outcome === 'new' ? (saved.alikeTo === null ? 'saved' : 'alike') : saved.outcome;
  return { name, outcome, id: saved.id, title: article.title, alikeTo: saved.alikeTo, isDoubtful: isDoubtful === true, problem: null };
}

function withTags(item: ReadArticle, tags: readonly string[]): ReadArticle {
  return tags.length === 0 ? item : { ...item, tags: [...new Set([...(item.tags ?? []), ...tags])] };
}

function nameOf(source: Source): string {
  return source.kind === 'url' ? source.url : source.name;
}
