import { dayOf } from '../days';
import { StoreError } from '../errors';
import { columnText, deflate, inflate, sha256 } from '../pack';
import type { ArticleFilter, Page, Paging } from '../queries';
import type { ArticleSummary, Copy, NewArticle, Saved, Snapshot, StoredArticle } from '../records';
import type { Article } from '../../types';
import { addArticleConditions } from './conditions';
import { articleFacts, CHUNK, seqsOf, TAG_SEPARATOR, type ArticleColumns } from './article-rows';
import { limitOf, readCursor, toPage } from './paging';
import { addToReports, leaveReport } from './reports';
import { addResults, indexWords } from './results';
import { removeShown } from './shown';
import { Conditions, placeholders, type Dialect, type Param, type Session } from './session';
import { addTags } from './curation';
import { queueDeliveries } from './webhooks';

interface Prepared {
  readonly id: string;
  readonly item: NewArticle;
  readonly savedAt: string;
  readonly copyKey: string;
}

/** Saves articles within the transaction of `session`. What is known already is not written again. */
export async function saveArticles(session: Session, dialect: Dialect, items: readonly NewArticle[], now: string): Promise<Saved[]> {
  const prepared = items.map((item): Prepared => {
    const { text, url, source } = item.article;
    return { id: sha256(text), item, savedAt: item.savedAt ?? now, copyKey: sha256(JSON.stringify([url, source])).slice(0, 32) };
  });
  const seen = new Set<string>();
  const firsts = prepared.filter(({ id }) => !seen.has(id) && seen.add(id));
  const added = await addArticles(session, firsts);
  const seqs = await seqsOf(session, [...new Set(prepared.map(({ id }) => id))]);
  const seqOf = (id: string): number => {
    const seq = seqs.get(id);
    if (seq === undefined) throw new StoreError('conflict', `article ${id} was removed while it was saved`);
    return seq;
  };
  const fresh = firsts.filter(({ id }) => added.has(id));
  await session.insert('bodies', ['article', 'body'], fresh.map(({ id, item }) => [seqOf(id), deflate(item.article)])); // prettier-ignore
  await indexWords(session, dialect, fresh.map(({ id, item }) => ({ seq: seqOf(id), article: item.article }))); // prettier-ignore
  const alike = await addToReports(session, fresh.map(({ id, item }) => ({ seq: seqOf(id), id, text: item.article.text }))); // prettier-ignore
  const copies = await addCopies(session, prepared, seqOf);
  const withResult = firsts.flatMap(({ id, item }) => (item.result ? [{ id, seq: seqOf(id), result: item.result, shown: null }] : []));
  const known = await withResults(session, withResult.map(({ seq }) => seq)); // prettier-ignore
  const read = withResult.filter(({ seq }) => !known.has(seq));
  await addResults(session, dialect, read);
  await queueDeliveries(session, read.map(({ seq }) => seq), now); // prettier-ignore
  await addTags(session, prepared.flatMap(({ id, item }) => (item.tags ?? []).map((tag) => [seqOf(id), tag] as const))); // prettier-ignore
  const told = new Set<string>();
  return prepared.map(({ id, copyKey }) => {
    const isFirst = added.has(id) && !told.has(id);
    told.add(id);
    const isCopy = copies.delete(`${seqOf(id)} ${copyKey}`);
    return { id, outcome: isFirst ? 'new' : isCopy ? 'copy' : 'known', alikeTo: isFirst ? (alike.get(id) ?? null) : null };
  });
}

/** Adds those that are not there, in the order given, and gives their ids. */
async function addArticles(session: Session, prepared: readonly Prepared[]): Promise<Set<string>> {
  const columns = ['id', 'title', 'source', 'url', 'language', 'day', 'published_at', 'saved_at'];
  const rows = prepared.map(({ id, item: { article, result }, savedAt }): Param[] => [
    id,
    columnText(article.title),
    columnText(article.source),
    columnText(article.url),
    columnText(result?.map.article.language ?? article.language),
    dayOf(article.publishedAt) ?? dayOf(savedAt),
    columnText(article.publishedAt),
    savedAt,
  ]);
  const added = await session.insert<{ id: string }>('articles', columns, rows, 'ON CONFLICT (id) DO NOTHING RETURNING id');
  return new Set(added.map(({ id }) => id));
}

async function withResults(session: Session, seqs: readonly number[]): Promise<Set<number>> {
  const found = new Set<number>();
  for (let i = 0; i < seqs.length; i += CHUNK) {
    const some = seqs.slice(i, i + CHUNK);
    const rows = await session.all<{ article: number }>(`SELECT article FROM results WHERE article IN ${placeholders(some.length)}`, some);
    for (const { article } of rows) found.add(article);
  }
  return found;
}

/** Adds where the texts were published, and snapshots where there was none yet. Gives the keys of the copies that are new. */
async function addCopies(session: Session, prepared: readonly Prepared[], seqOf: (id: string) => number): Promise<Set<string>> {
  const rows = new Map<string, Param[]>();
  for (const { id, item, savedAt, copyKey } of prepared) {
    const { url, source, title, publishedAt } = item.article;
    const { snapshot } = item;
    const kept = snapshot && { fetchedAt: snapshot.fetchedAt, headers: snapshot.headers, sha256: sha256(snapshot.bytes), length: snapshot.bytes.length }; // prettier-ignore
    const copy: Copy = { url, source, title, publishedAt, ...(item.byline === undefined ? {} : { byline: item.byline }), savedAt, snapshot: kept ?? null }; // prettier-ignore
    const key = `${seqOf(id)} ${copyKey}`;
    if (!rows.has(key) || (snapshot && rows.get(key)?.at(-1) === null))
      rows.set(key, [seqOf(id), copyKey, columnText(source), JSON.stringify(copy), snapshot ? snapshot.bytes : null]);
  }
  const columns = ['article', 'copy_key', 'source', 'copy', 'bytes'];
  const added = await session.insert<{ article: number; copy_key: string }>(
    'copies',
    columns,
    [...rows.values()],
    'ON CONFLICT (article, copy_key) DO NOTHING RETURNING article, copy_key',
  );
  const keys = new Set(added.map(({ article, copy_key }) => `${article} ${copy_key}`));
  for (const [key, [article = null, copyKey = null, , copy = null, bytes = null]] of rows) {
    if (keys.has(key) || bytes === null) continue;
    await session.all('UPDATE copies SET copy = ?, bytes = ? WHERE article = ? AND copy_key = ? AND bytes IS NULL', [copy, bytes, article, copyKey]); // prettier-ignore
  }
  return keys;
}

interface SummaryRow extends ArticleColumns {
  readonly seq: number;
  readonly id: string;
  readonly copies: number;
  readonly alike: number;
  readonly incidents: number;
  readonly tags: string;
}

const SUMMARY = `a.seq, a.id, a.title, a.source, a.url, a.language, a.published_at, a.saved_at,
  (SELECT count(*) FROM copies c WHERE c.article = a.seq) AS copies,
  (SELECT count(*) - 1 FROM articles r WHERE r.report = a.report) AS alike,
  (SELECT count(*) FROM incidents i WHERE i.article = a.seq) AS incidents,
  coalesce((SELECT string_agg(t.tag, '${TAG_SEPARATOR}') FROM tags t WHERE t.article = a.seq), '') AS tags`;

/** Pages of the list, last saved first. */
export async function listArticles(
  session: Session,
  dialect: Dialect,
  filter: ArticleFilter,
  paging: Paging,
): Promise<Page<ArticleSummary>> {
  const limit = limitOf(paging);
  const where = new Conditions();
  const hasText = addArticleConditions(where, filter, dialect);
  const [before] = readCursor(paging.cursor, 1) ?? [];
  const rows = hasText
    ? await searchRows(session, dialect, where, before ?? null, limit + 1)
    : await articleRows(session, 'articles a', 'a.seq', where, [before ?? null, null], limit + 1);
  return toPage(rows, limit, ({ seq }) => [seq], rows.map(toSummary));
}

/** How many more rows are searched where those before did not fill a page. */
const SPAN_GROWTH = 16;

/**
 * Articles that are found by their words. PostgreSQL's index of words has no order: it gives all that is found or nothing.
 * A page of a common word lies in the latest rows, and what does not is rare enough to be given whole.
 */
async function searchRows(
  session: Session,
  { searchSpan }: Dialect,
  where: Conditions,
  before: number | null,
  limit: number,
): Promise<SummaryRow[]> {
  // An article that an article's filter does not ask for is not joined.
  const from = 'words w LEFT JOIN articles a ON a.seq = w.rowid';
  if (searchSpan === null) return articleRows(session, from, 'w.rowid', where, [before, null], limit);
  const [last] = await session.all<{ seq: number | null }>('SELECT max(seq) AS seq FROM articles');
  const end = before ?? (last?.seq ?? 0) + 1;
  // The latest rows one by one. From then on a plus before the column keeps the planner from that: it hopes too long.
  for (let [span, key] = [searchSpan, 'w.rowid']; span < end; [span, key] = [span * SPAN_GROWTH, '+w.rowid']) {
    const rows = await articleRows(session, from, key, where, [end, end - span], limit);
    if (rows.length === limit) return rows;
  }
  return articleRows(session, from, '+w.rowid', where, [before, null], limit);
}

/** Rows of the list before one row, down to another, the last first: found first, in the order of `key`, then looked up. */
function articleRows(
  session: Session,
  from: string,
  key: string,
  where: Conditions,
  [before, down]: readonly [before: number | null, down: number | null],
  limit: number,
): Promise<SummaryRow[]> {
  const range = new Conditions();
  const seq = key.replace('+', '');
  if (before !== null) range.add(`${seq} < ?`, before);
  if (down !== null) range.add(`${seq} >= ?`, down);
  return session.all<SummaryRow>(
    `SELECT ${SUMMARY} FROM (SELECT ${key} AS seq FROM ${from} WHERE ${where.sql} AND ${range.sql} ORDER BY 1 DESC LIMIT ?) f
     JOIN articles a ON a.seq = f.seq ORDER BY a.seq DESC`,
    [...where.params, ...range.params, limit],
  );
}

export async function getSummaries(session: Session, ids: readonly string[]): Promise<ArticleSummary[]> {
  const found: ArticleSummary[] = [];
  for (let i = 0; i < ids.length; i += CHUNK) {
    const some = ids.slice(i, i + CHUNK);
    const rows = await session.all<SummaryRow>(`SELECT ${SUMMARY} FROM articles a WHERE a.id IN ${placeholders(some.length)}`, some);
    found.push(...rows.map(toSummary));
  }
  return found;
}

/** Sources of the articles, those of the most first. */
export function listSources(session: Session, limit: number): Promise<{ source: string; articles: number }[]> {
  return session.all(
    `SELECT source, count(*) AS articles FROM copies WHERE source IS NOT NULL AND source <> ''
     GROUP BY source ORDER BY articles DESC, source LIMIT ?`,
    [limit],
  );
}

export async function getArticle(session: Session, id: string): Promise<StoredArticle | null> {
  const [row] = await session.all<SummaryRow & { body: Uint8Array }>(
    `SELECT ${SUMMARY}, b.body FROM articles a JOIN bodies b ON b.article = a.seq WHERE a.id = ?`,
    [id],
  );
  if (!row) return null;
  const copies = await session.all<{ copy: string }>('SELECT copy FROM copies WHERE article = ? ORDER BY seq', [row.seq]);
  return { ...toSummary(row), article: inflate<Article>(row.body), published: copies.map(({ copy }) => JSON.parse(copy) as Copy) };
}

export async function getSnapshot(session: Session, id: string, url: string | null): Promise<Snapshot | null> {
  const rows = await session.all<{ copy: string; bytes: Uint8Array }>(
    'SELECT c.copy, c.bytes FROM copies c JOIN articles a ON a.seq = c.article WHERE a.id = ? AND c.bytes IS NOT NULL ORDER BY c.seq',
    [id],
  );
  for (const row of rows) {
    const copy = JSON.parse(row.copy) as Copy;
    if (copy.url === url && copy.snapshot) return { fetchedAt: copy.snapshot.fetchedAt, headers: copy.snapshot.headers, bytes: row.bytes };
  }
  return null;
}

/** Removes an article, what was read from it and its log; what refers to it goes with it. */
export async function removeArticle(session: Session, dialect: Dialect, id: string): Promise<boolean> {
  const seq = (await seqsOf(session, [id])).get(id);
  if (seq === undefined) return false;
  await removeShown(session, dialect, [seq]);
  await leaveReport(session, seq);
  await session.all('DELETE FROM articles WHERE seq = ?', [seq]);
  return true;
}

function toSummary(row: SummaryRow): ArticleSummary {
  const { id, copies, alike, incidents, tags } = row;
  const list = tags === '' ? [] : tags.split(TAG_SEPARATOR).sort();
  return { id, ...articleFacts(row), copies, alike, incidents, tags: list };
}
