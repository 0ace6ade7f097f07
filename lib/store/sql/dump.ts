import type { Geometry } from 'geojson';
import type { Article, ArticleMap } from '../../types';
import { dayOf } from '../days';
import { StoreError } from '../errors';
import { columnText, deflate, inflate, sha256, shapesOf, unpackFeature, type Packed } from '../pack';
import type { Copy, Feed, LogEntry } from '../records';
import type { DumpEntry } from '../store';
import { seqsOf } from './article-rows';
import { addTags, addToCollection, listCollections, listLinks, putCollection, putLinks } from './curation';
import { addFeed, listFeeds } from './feeds';
import { addToReports } from './reports';
import { addEntries, addShapes, indexWords, loadShapes } from './results';
import { addShown } from './shown';
import type { Database, Dialect, Session } from './session';

type ArticleEntry = Extract<DumpEntry, { kind: 'article' }>;

/** Articles that are read or written at a time. */
const BATCH = 100;

/** Everything as of one moment: articles in the order of saving, each behind the shapes it is the first to need. */
export async function* exportAll(database: Database): AsyncGenerator<DumpEntry> {
  const { session, done } = await database.frozen();
  try {
    const written = new Set<string>();
    for (let after = 0; ;) {
      const rows = await session.all<ArticleRow>(ARTICLES, [after, BATCH]);
      for (const row of rows) {
        const entry = await articleEntry(session, row);
        yield* shapeEntries(session, entry, written);
        yield entry;
        after = row.seq;
      }
      if (rows.length < BATCH) break;
    }
    for (const { id, name, createdAt } of await listCollections(session)) {
      const members = await session.all<{ id: string }>(
        'SELECT a.id FROM members m JOIN articles a ON a.seq = m.article WHERE m.collection = ? ORDER BY a.seq',
        [id],
      );
      yield { kind: 'collection', id, name, createdAt, articles: members.map((member) => member.id) };
    }
    for (const link of await listLinks(session)) yield { kind: 'link', ...link };
    for (const feed of await listFeeds(session)) yield { kind: 'feed', ...feed };
  } finally {
    await done();
  }
}

interface ArticleRow {
  readonly seq: number;
  readonly id: string;
  readonly language: string | null;
  readonly saved_at: string;
  readonly body: Uint8Array;
  readonly engine: string | null;
  readonly gazetteer: string;
  readonly made_at: string;
  readonly map: Uint8Array;
  readonly shown: Uint8Array | null;
}

const ARTICLES = `SELECT a.seq, a.id, a.language, a.saved_at, b.body, r.engine, r.gazetteer, r.made_at, r.map, r.shown
  FROM articles a JOIN bodies b ON b.article = a.seq LEFT JOIN results r ON r.article = a.seq
  WHERE a.seq > ? ORDER BY a.seq LIMIT ?`;

async function articleEntry(session: Session, row: ArticleRow): Promise<ArticleEntry> {
  const of = [row.seq];
  const copies = await session.all<{ copy: string; bytes: Uint8Array | null }>(
    'SELECT copy, bytes FROM copies WHERE article = ? ORDER BY seq',
    of,
  );
  const tags = await session.all<{ tag: string }>('SELECT tag FROM tags WHERE article = ? ORDER BY tag', of);
  const log = await session.all<{ entry: string }>('SELECT entry FROM corrections WHERE article = ? ORDER BY n', of);
  const { engine, gazetteer, made_at: madeAt } = row;
  return {
    kind: 'article',
    id: row.id,
    savedAt: row.saved_at,
    language: row.language,
    article: inflate<Article>(row.body),
    copies: copies.map(({ copy, bytes }) => ({ copy: JSON.parse(copy) as Copy, bytes: bytes && Buffer.from(bytes).toString('base64') })),
    tags: tags.map(({ tag }) => tag),
    result:
      engine === null
        ? null
        : { engine, gazetteer, madeAt, map: inflate<unknown>(row.map), shown: row.shown && inflate<unknown>(row.shown) },
    log: log.map(({ entry }) => JSON.parse(entry) as LogEntry),
  };
}

async function* shapeEntries(session: Session, { result }: ArticleEntry, written: Set<string>): AsyncGenerator<DumpEntry> {
  const maps = [result?.map, result?.shown].filter((map) => map !== null && map !== undefined) as Packed<ArticleMap>[];
  const wanted = maps.flatMap(({ packed }) => shapesOf(packed.features)).filter((id) => !written.has(id));
  const shapes = await loadShapes(session, [...new Set(wanted)].sort());
  for (const [id, geometry] of [...shapes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    written.add(id);
    yield { kind: 'shape', id, geometry };
  }
}

/** Adds what a dump holds. What the store has already stays as it is, so that an import that broke off is simply run again. */
export async function importAll(
  database: Database,
  entries: AsyncIterable<DumpEntry> | Iterable<DumpEntry>,
  onArticle: () => void,
): Promise<void> {
  let batch: DumpEntry[] = [];
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length < BATCH) continue;
    await importBatch(database, batch, onArticle);
    batch = [];
  }
  await importBatch(database, batch, onArticle);
}

async function importBatch(database: Database, batch: readonly DumpEntry[], onArticle: () => void): Promise<void> {
  await database.transaction(async (session) => {
    const shapes = new Map<string, string>();
    for (const entry of batch) if (entry.kind === 'shape') shapes.set(entry.id, JSON.stringify(entry.geometry));
    await addShapes(session, shapes);
    await importArticles(
      session,
      database.dialect,
      batch.filter((entry) => entry.kind === 'article'),
    );
    for (const entry of batch) {
      if (entry.kind !== 'collection') continue;
      await putCollection(session, entry);
      await addToCollection(session, entry.id, entry.articles);
    }
    await putLinks(
      session,
      batch.filter((entry) => entry.kind === 'link'),
    );
    for (const entry of batch) if (entry.kind === 'feed') await addFeed(session, feedOf(entry));
  });
  for (const { kind } of batch) if (kind === 'article') onArticle();
}

function feedOf({ kind, ...feed }: Extract<DumpEntry, { kind: 'feed' }>): Feed {
  void kind;
  return feed;
}

async function importArticles(session: Session, dialect: Dialect, entries: readonly ArticleEntry[]): Promise<void> {
  const wrong = entries.find(({ id, article }) => sha256(article.text) !== id);
  if (wrong) throw new StoreError('corrupt', `the text of article ${wrong.id} is not the one that its hash was taken of`);
  const columns = ['id', 'title', 'source', 'url', 'language', 'day', 'published_at', 'saved_at'];
  const rows = entries.map(({ id, article: { title, source, url, publishedAt }, language, savedAt }) => {
    return [...[id, title, source, url, language].map(columnText), dayOf(publishedAt) ?? dayOf(savedAt), columnText(publishedAt), savedAt];
  });
  const added = await session.insert<{ id: string }>('articles', columns, rows, 'ON CONFLICT (id) DO NOTHING RETURNING id');
  const isNew = new Set(added.map(({ id }) => id));
  const seqs = await seqsOf(session, [...isNew]);
  const fresh = entries.flatMap((entry) => {
    const seq = seqs.get(entry.id);
    return seq === undefined ? [] : [{ ...entry, seq }];
  });
  await session.insert(
    'bodies',
    ['article', 'body'],
    fresh.map(({ seq, article }) => [seq, deflate(article)]),
  );
  await indexWords(session, dialect, fresh);
  await addToReports(
    session,
    fresh.map(({ seq, id, article: { text } }) => ({ seq, id, text })),
  );
  await session.insert(
    'copies',
    ['article', 'copy_key', 'source', 'copy', 'bytes'],
    fresh.flatMap(({ seq, copies }) =>
      copies.map(({ copy, bytes }) => {
        const key = sha256(JSON.stringify([copy.url, copy.source])).slice(0, 32);
        return [seq, key, columnText(copy.source), JSON.stringify(copy), bytes === null ? null : Buffer.from(bytes, 'base64')];
      }),
    ),
  );
  await addTags(
    session,
    fresh.flatMap(({ seq, tags }) => tags.map((tag) => [seq, tag] as const)),
  );
  for (const { seq, log } of fresh) await addEntries(session, seq, log, 0);
  await importResults(session, dialect, fresh);
}

async function importResults(session: Session, dialect: Dialect, fresh: readonly (ArticleEntry & { seq: number })[]): Promise<void> {
  const read = fresh.flatMap(({ seq, id, result }) => (result ? [{ seq, id, result }] : []));
  await session.insert(
    'results',
    ['article', 'engine', 'gazetteer', 'made_at', 'map', 'shown'],
    read.map(({ seq, result }) => {
      const { engine, gazetteer, madeAt, map, shown } = result;
      return [seq, engine, gazetteer, madeAt, deflate(map), shown === null ? null : deflate(shown)];
    }),
  );
  const maps = read.map(({ seq, id, result }) => ({ seq, id, packed: ((result.shown ?? result.map) as Packed<ArticleMap>).packed }));
  const shapes: Map<string, Geometry> = await loadShapes(session, [...new Set(maps.flatMap(({ packed }) => shapesOf(packed.features)))]);
  const shown = maps.map(({ seq, id, packed }) => ({
    seq,
    id,
    map: { ...packed, features: packed.features.map((feature) => unpackFeature(feature, shapes)) },
  }));
  await addShown(session, dialect, shown);
}
