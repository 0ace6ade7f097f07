import { dayOf } from '../days';
import { StoreError } from '../errors';
import { columnText, deflate, sha256 } from '../pack';
import type { Copy, NewArticle, Saved } from '../records';
import { CHUNK, seqsOf } from './article-rows';
import { addToReports, leaveReport } from './reports';
import { addResults, indexWords } from './results';
import { removeShown } from './shown';
import { placeholders, type Dialect, type Param, type Session } from './session';
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
  await session.insert(
    'bodies',
    ['article', 'body'],
    fresh.map(({ id, item }) => [seqOf(id), deflate(item.article)]),
  );
  await indexWords(
    session,
    dialect,
    fresh.map(({ id, item }) => ({ seq: seqOf(id), article: item.article })),
  );
  const alike = await addToReports(
    session,
    fresh.map(({ id, item }) => ({ seq: seqOf(id), id, text: item.article.text })),
  );
  const copies = await addCopies(session, prepared, seqOf);
  const withResult = firsts.flatMap(({ id, item }) => (item.result ? [{ id, seq: seqOf(id), result: item.result, shown: null }] : []));
  const known = await withResults(
    session,
    withResult.map(({ seq }) => seq),
  );
  const read = withResult.filter(({ seq }) => !known.has(seq));
  await addResults(session, dialect, read);
  await queueDeliveries(
    session,
    read.map(({ seq }) => seq),
    now,
  );
  await addTags(
    session,
    prepared.flatMap(({ id, item }) => (item.tags ?? []).map((tag) => [seqOf(id), tag] as const)),
  );
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
    const kept = snapshot && {
      fetchedAt: snapshot.fetchedAt,
      headers: snapshot.headers,
      sha256: sha256(snapshot.bytes),
      length: snapshot.bytes.length,
    };
    const copy: Copy = {
      url,
      source,
      title,
      publishedAt,
      ...(item.byline === undefined ? {} : { byline: item.byline }),
      savedAt,
      snapshot: kept ?? null,
    };
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
    await session.all('UPDATE copies SET copy = ?, bytes = ? WHERE article = ? AND copy_key = ? AND bytes IS NULL', [
      copy,
      bytes,
      article,
      copyKey,
    ]);
  }
  return keys;
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
