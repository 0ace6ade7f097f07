import { StoreError } from '../errors';
import { columnText } from '../pack';
import type { Collection, Link } from '../records';
import { CHUNK, seqOf, seqsOf, TAG_SEPARATOR } from './article-rows';
import { placeholders, type Session } from './session';

const MAX_NAME = 200;

export async function addTags(session: Session, tags: readonly (readonly [article: number, tag: string])[]): Promise<void> {
  await session.insert(
    'tags',
    ['article', 'tag'],
    tags.map(([article, tag]) => [article, wantName('tag', tag)]),
    'ON CONFLICT DO NOTHING',
  );
}

export async function setTags(session: Session, id: string, tags: readonly string[]): Promise<void> {
  const seq = await seqOf(session, id);
  await session.all('DELETE FROM tags WHERE article = ?', [seq]);
  await addTags(
    session,
    [...new Set(tags)].map((tag) => [seq, tag] as const),
  );
}

/** Adds tags to articles, then takes others from them. */
export async function changeTags(
  session: Session,
  articles: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): Promise<void> {
  const seqs = await wantSeqs(session, articles);
  await addTags(
    session,
    seqs.flatMap((seq) => add.map((tag) => [seq, tag] as const)),
  );
  for (let i = 0; i < seqs.length; i += CHUNK) {
    const some = seqs.slice(i, i + CHUNK);
    for (const tag of remove)
      await session.all(`DELETE FROM tags WHERE tag = ? AND article IN ${placeholders(some.length)}`, [columnText(tag.trim()), ...some]);
  }
}

/** Another name for a tag, null for none. False where no article has it. */
export async function renameTag(session: Session, tag: string, name: string | null): Promise<boolean> {
  const gone = await session.all<{ article: number }>('DELETE FROM tags WHERE tag = ? RETURNING article', [columnText(tag)]);
  if (name !== null)
    await addTags(
      session,
      gone.map(({ article }) => [article, name] as const),
    );
  return gone.length > 0;
}

export function listTags(session: Session): Promise<{ tag: string; articles: number }[]> {
  return session.all('SELECT tag, count(*) AS articles FROM tags GROUP BY tag ORDER BY articles DESC, tag');
}

export async function listCollections(session: Session): Promise<Collection[]> {
  const rows = await session.all<{ id: string; name: string; created_at: string; articles: number }>(
    `SELECT id, name, created_at, (SELECT count(*) FROM members m WHERE m.collection = c.id) AS articles
     FROM collections c ORDER BY created_at, id`,
  );
  return rows.map(({ id, name, created_at, articles }) => ({ id, name, createdAt: created_at, articles }));
}

export async function putCollection(session: Session, { id, name, createdAt }: Omit<Collection, 'articles'>): Promise<void> {
  await session.insert(
    'collections',
    ['id', 'name', 'created_at'],
    [[wantName('id', id), wantName('name', name), createdAt]],
    'ON CONFLICT (id) DO UPDATE SET name = excluded.name',
  );
}

export async function removeCollection(session: Session, id: string): Promise<boolean> {
  const gone = await session.all('DELETE FROM collections WHERE id = ? RETURNING id', [id]);
  return gone.length > 0;
}

export async function addToCollection(session: Session, id: string, articles: readonly string[]): Promise<void> {
  const [collection] = await session.all('SELECT id FROM collections WHERE id = ?', [id]);
  if (!collection) throw new StoreError('missing', `there is no collection ${JSON.stringify(id.slice(0, 80))}`);
  const seqs = await wantSeqs(session, articles);
  await session.insert(
    'members',
    ['collection', 'article'],
    seqs.map((seq) => [id, seq]),
    'ON CONFLICT DO NOTHING',
  );
}

/** The rows of articles. Throws StoreError `missing` where one is not there. */
async function wantSeqs(session: Session, articles: readonly string[]): Promise<number[]> {
  const seqs = await seqsOf(session, articles);
  const missing = articles.find((article) => !seqs.has(article));
  if (missing !== undefined) throw new StoreError('missing', `there is no article ${JSON.stringify(missing.slice(0, 80))}`);
  return [...seqs.values()];
}

export async function removeFromCollection(session: Session, id: string, articles: readonly string[]): Promise<void> {
  for (const seq of (await seqsOf(session, articles)).values())
    await session.all('DELETE FROM members WHERE collection = ? AND article = ?', [id, seq]);
}

interface LinkRow {
  readonly a: string;
  readonly b: string;
  readonly state: 'same' | 'cut';
  readonly made_by: string | null;
  readonly made_at: string;
}

/** Links of these incidents; all where none are named. In a fixed order. */
export async function listLinks(session: Session, incidents?: readonly string[]): Promise<Link[]> {
  if (incidents?.length === 0) return [];
  const list = incidents && placeholders(incidents.length);
  const where = list ? `WHERE a IN ${list} OR b IN ${list}` : '';
  const rows = await session.all<LinkRow>(
    `SELECT a, b, state, made_by, made_at FROM links ${where} ORDER BY a, b`,
    incidents ? [...incidents, ...incidents] : [],
  );
  return rows.map(({ a, b, state, made_by, made_at }) => ({ a, b, state, by: made_by, at: made_at }));
}

/** Ids are sorted, and a link of the machine gives way to one of a person. */
export async function putLinks(session: Session, links: readonly Link[]): Promise<void> {
  const rows = links.map(({ a, b, state, by, at }) => {
    if (a === b) throw new StoreError('invalid', `wanted two incidents to link, got ${JSON.stringify(a)} twice`);
    return [...[columnText(a), columnText(b)].sort(byCodeUnit), state, columnText(by), at];
  });
  // One at a time: two of the same pair in one statement are refused by PostgreSQL.
  for (const row of rows)
    await session.insert(
      'links',
      ['a', 'b', 'state', 'made_by', 'made_at'],
      [row],
      `ON CONFLICT (a, b) DO UPDATE SET state = excluded.state, made_by = excluded.made_by, made_at = excluded.made_at
       WHERE excluded.made_by IS NOT NULL OR links.made_by IS NULL`,
    );
}

function byCodeUnit(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** A name that a person gave. Throws StoreError where it is empty, long, or has control characters. */
function wantName(field: string, name: string): string {
  const clean = columnText(name.trim());
  if (clean !== '' && clean.length <= MAX_NAME && !/\p{Cc}/u.test(clean) && !clean.includes(TAG_SEPARATOR)) return clean;
  throw new StoreError('invalid', `${field}: wanted 1 to ${MAX_NAME} characters in one line, got ${JSON.stringify(name.slice(0, 60))}`);
}
