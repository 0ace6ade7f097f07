import { StoreError } from '../errors';
import { placeholders, type Session } from './session';

/** Parameters of one statement: databases have a limit. */
export const CHUNK = 500;

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
