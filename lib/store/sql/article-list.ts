import { inflate } from '../pack';
import type { ArticleFilter, Page, Paging } from '../queries';
import type { ArticleSummary, Copy, Snapshot, StoredArticle } from '../records';
import type { Article } from '../../types';
import { addArticleConditions } from './conditions';
import { articleFacts, CHUNK, TAG_SEPARATOR, type ArticleColumns } from './article-rows';
import { limitOf, readCursor, toPage } from './paging';
import { Conditions, placeholders, type Dialect, type Session } from './session';

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

/** Where the latest rows did not fill a page, so many times those are searched that should, if it is found as often in them. */
const AND_MORE = 2;

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
  for (let [span, key] = [searchSpan, 'w.rowid']; span < end; key = '+w.rowid') {
    const rows = await articleRows(session, from, key, where, [end, end - span], limit);
    if (rows.length === limit) return rows;
    span = rows.length === 0 ? end : Math.ceil((AND_MORE * span * limit) / rows.length);
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
     JOIN articles a ON a.seq = f.seq ORDER BY f.seq DESC`,
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

function toSummary(row: SummaryRow): ArticleSummary {
  const { id, copies, alike, incidents, tags } = row;
  const list = tags === '' ? [] : tags.split(TAG_SEPARATOR).sort();
  return { id, ...articleFacts(row), copies, alike, incidents, tags: list };
}
