import { StoreError } from '../errors';
import type { StoredIncident } from '../records';
import { placeholders, type Session } from './session';

/** Parameters of one statement: databases have a limit. */
export const CHUNK = 500;

/** What a row tells of the article that it is, or is of. */
export interface ArticleColumns {
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly published_at: string | null;
  readonly saved_at: string;
}

/** The same as the answers have it. */
export function articleFacts({ title, source, url, language, published_at, saved_at }: ArticleColumns): StoredIncident['article'] {
  return { title, source, url, language, publishedAt: published_at, savedAt: saved_at };
}

/** Tags are put together with a character that no tag has. */
export const TAG_SEPARATOR = '\u001f';

/** Rows of `articles` by id. */
export async function seqsOf(session: Session, ids: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let i = 0; i < ids.length; i += CHUNK) {
    const some = ids.slice(i, i + CHUNK);
    const rows = await session.all<{ id: string; seq: number }>(
      `SELECT id, seq FROM articles WHERE id IN ${placeholders(some.length)}`,
      some,
    );
    for (const { id, seq } of rows) found.set(id, seq);
  }
  return found;
}

/** The row of an article. Throws StoreError `missing` where there is none. */
export async function seqOf(session: Session, id: string): Promise<number> {
  const seq = (await seqsOf(session, [id])).get(id);
  if (seq === undefined) throw new StoreError('missing', `there is no article ${JSON.stringify(id.slice(0, 80))}`);
  return seq;
}
