import type { Geometry } from 'geojson';
import type { Article, ArticleMap } from '../../types';
import { StoreError } from '../errors';
import { columnText, deflate, inflate, packMap, shapesOf, unpackFeature, type Packed } from '../pack';
import type { LogEntry, Result } from '../records';
import { searchTokens } from '../search-tokens';
import { CHUNK, seqOf, seqsOf } from './article-rows';
import { addShown } from './shown';
import { placeholders, type Dialect, type Session } from './session';
import { queueDeliveries } from './webhooks';

/** An article's result on its way in. `shown`: the map with its corrections; null where there are none. */
export interface NewResult {
  readonly seq: number;
  readonly id: string;
  readonly result: Result;
  readonly shown: ArticleMap | null;
}

/** Writes results, in place of those that the articles had, and what is found by them. */
export async function addResults(session: Session, dialect: Dialect, results: readonly NewResult[]): Promise<void> {
  const shapes = new Map<string, string>();
  const rows = results.map(({ seq, result, shown }) => [
    seq,
    result.engine,
    result.gazetteer,
    result.madeAt,
    deflate(packMap(result.map, shapes)),
    shown && deflate(packMap(shown, shapes)),
  ]);
  await addShapes(session, shapes);
  await session.insert(
    'results',
    ['article', 'engine', 'gazetteer', 'made_at', 'map', 'shown'],
    rows,
    `ON CONFLICT (article) DO UPDATE SET engine = excluded.engine, gazetteer = excluded.gazetteer,
       made_at = excluded.made_at, map = excluded.map, shown = excluded.shown`,
  );
  await addShown(
    session,
    dialect,
    results.map(({ seq, id, result, shown }) => ({ seq, id, map: shown ?? result.map })),
  );
}

/** Adds geometries, by id, as JSON. In the order of their ids, so that two writers never wait for each other in a ring. */
export async function addShapes(session: Session, shapes: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...shapes].sort(([a], [b]) => (a < b ? -1 : 1));
  await session.insert('shapes', ['id', 'geometry'], rows, 'ON CONFLICT (id) DO NOTHING');
}

export async function saveResult(session: Session, dialect: Dialect, item: Omit<NewResult, 'seq'>, logLength: number): Promise<void> {
  const seq = await seqOf(session, item.id);
  await wantLogLength(session, seq, logLength);
  const isFirst = (await session.all('SELECT 1 AS one FROM results WHERE article = ?', [seq])).length === 0;
  await addResults(session, dialect, [{ ...item, seq }]);
  if (isFirst) await queueDeliveries(session, [seq], new Date().toISOString());
  await indexAgain(session, dialect, seq, item.result.map.article.language);
}

/** Another version may fold words otherwise, and take the text for another language. */
async function indexAgain(session: Session, dialect: Dialect, seq: number, language: string): Promise<void> {
  const [row] = await session.all<{ body: Uint8Array }>('SELECT body FROM bodies WHERE article = ?', [seq]);
  if (!row) return;
  await session.all('UPDATE articles SET language = ? WHERE seq = ?', [columnText(language), seq]);
  await session.all('DELETE FROM words WHERE rowid = ?', [seq]);
  await indexWords(session, dialect, [{ seq, article: inflate<Article>(row.body) }]);
}

/** Lets articles be found by the words of their titles and texts. */
export async function indexWords(session: Session, dialect: Dialect, items: readonly { seq: number; article: Article }[]): Promise<void> {
  const rows = items.map(({ seq, article: { title, text } }) => [seq, [...searchTokens(`${title ?? ''}\n${text}`)].join(' ')]);
  await session.insert('words', ['rowid', dialect.wordColumn], rows);
}

export async function getResult(session: Session, id: string): Promise<Result | null> {
  const row = await resultRow(session, id);
  if (!row) return null;
  const { engine, gazetteer, made_at, map } = row;
  return { engine, gazetteer, madeAt: made_at, map: await unpackMap(session, map) };
}

export async function getShown(session: Session, id: string): Promise<ArticleMap | null> {
  const row = await resultRow(session, id);
  return row && unpackMap(session, row.shown ?? row.map);
}

interface ResultRow {
  readonly engine: string;
  readonly gazetteer: string;
  readonly made_at: string;
  readonly map: Uint8Array;
  readonly shown: Uint8Array | null;
}

async function resultRow(session: Session, id: string): Promise<ResultRow | null> {
  const [row] = await session.all<ResultRow>(
    'SELECT r.engine, r.gazetteer, r.made_at, r.map, r.shown FROM results r JOIN articles a ON a.seq = r.article WHERE a.id = ?',
    [id],
  );
  return row ?? null;
}

async function unpackMap(session: Session, bytes: Uint8Array): Promise<ArticleMap> {
  const { packed } = inflate<Packed<ArticleMap>>(bytes);
  const shapes = await loadShapes(session, shapesOf(packed.features));
  return { ...packed, features: packed.features.map((feature) => unpackFeature(feature, shapes)) };
}

/** Geometries by id. */
export async function loadShapes(session: Session, ids: readonly string[]): Promise<Map<string, Geometry>> {
  const shapes = new Map<string, Geometry>();
  for (let i = 0; i < ids.length; i += CHUNK) {
    const some = ids.slice(i, i + CHUNK);
    const rows = await session.all<{ id: string; geometry: string }>(
      `SELECT id, geometry FROM shapes WHERE id IN ${placeholders(some.length)}`,
      some,
    );
    for (const { id, geometry } of rows) shapes.set(id, JSON.parse(geometry) as Geometry);
  }
  return shapes;
}

/** Ids of articles without a result of this version, in the order of saving, after `after`. */
export async function listOutdated(
  session: Session,
  { engine, gazetteer }: Pick<Result, 'engine' | 'gazetteer'>,
  limit: number,
  after: string | undefined,
): Promise<string[]> {
  const last = after === undefined ? 0 : ((await seqsOf(session, [after])).get(after) ?? 0);
  const rows = await session.all<{ id: string }>(
    `SELECT a.id FROM articles a LEFT JOIN results r ON r.article = a.seq
     WHERE a.seq > ? AND (r.article IS NULL OR r.engine <> ? OR r.gazetteer <> ?) ORDER BY a.seq LIMIT ?`,
    [last, engine, gazetteer, limit],
  );
  return rows.map(({ id }) => id);
}

export async function listCorrections(session: Session, id: string): Promise<LogEntry[]> {
  const rows = await session.all<{ entry: string }>(
    'SELECT c.entry FROM corrections c JOIN articles a ON a.seq = c.article WHERE a.id = ? ORDER BY c.n',
    [id],
  );
  return rows.map(({ entry }) => JSON.parse(entry) as LogEntry);
}

export async function appendCorrections(
  session: Session,
  dialect: Dialect,
  id: string,
  entries: readonly LogEntry[],
  shown: ArticleMap,
  logLength: number,
): Promise<void> {
  const seq = await seqOf(session, id);
  await wantLogLength(session, seq, logLength);
  await addEntries(session, seq, entries, logLength);
  const shapes = new Map<string, string>();
  const bytes = deflate(packMap(shown, shapes));
  await addShapes(session, shapes);
  const found = await session.all('UPDATE results SET shown = ? WHERE article = ? RETURNING article', [bytes, seq]);
  if (found.length === 0) throw new StoreError('missing', `article ${id} has no result to correct`);
  await addShown(session, dialect, [{ seq, id, map: shown }]);
}

/** Adds entries to a log that has so many; those whose ids it has are passed over. */
export async function addEntries(session: Session, seq: number, entries: readonly LogEntry[], logLength: number): Promise<void> {
  const rows = entries.map((entry, i) => [seq, logLength + i, entry.id, JSON.stringify(entry)]);
  await session.insert('corrections', ['article', 'n', 'id', 'entry'], rows, 'ON CONFLICT DO NOTHING');
}

/** Locks the article's row where the database has several writers, so that the log cannot grow meanwhile. */
async function wantLogLength(session: Session, seq: number, wanted: number): Promise<void> {
  await session.all('UPDATE articles SET log_length = log_length WHERE seq = ?', [seq]);
  const [row] = await session.all<{ n: number }>('SELECT coalesce(max(n) + 1, 0) AS n FROM corrections WHERE article = ?', [seq]);
  if (row?.n !== wanted)
    throw new StoreError('conflict', `the log has grown: wanted ${wanted} entries, got ${row?.n ?? 0}; read it again and retry`);
}
