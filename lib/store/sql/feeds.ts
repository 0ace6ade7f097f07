import { columnText } from '../pack';
import type { Feed } from '../records';
import { placeholders, type Session } from './session';

interface FeedRow {
  readonly next_at: string;
  readonly feed: string;
}

export async function listFeeds(session: Session): Promise<Feed[]> {
  return (await session.all<FeedRow>('SELECT next_at, feed FROM feeds ORDER BY added_at, id')).map(toFeed);
}

export async function addFeed(session: Session, feed: Feed): Promise<boolean> {
  const row = [columnText(feed.id), feed.addedAt, feed.nextAt, JSON.stringify(feed)];
  const added = await session.insert('feeds', ['id', 'added_at', 'next_at', 'feed'], [row], 'ON CONFLICT DO NOTHING RETURNING id');
  return added.length > 0;
}

export async function changeFeed(session: Session, feed: Feed): Promise<boolean> {
  const sql = 'UPDATE feeds SET next_at = ?, feed = ? WHERE id = ? RETURNING id';
  return (await session.all(sql, [feed.nextAt, JSON.stringify(feed), columnText(feed.id)])).length > 0;
}

export async function removeFeed(session: Session, id: string): Promise<boolean> {
  return (await session.all('DELETE FROM feeds WHERE id = ? RETURNING id', [columnText(id)])).length > 0;
}

/** Feeds whose time has come, or those named, with their next time put off to `until`. */
export async function takeFeeds(session: Session, now: string, until: string, ids?: readonly string[], early = false): Promise<Feed[]> {
  if (ids?.length === 0) return [];
  const parts = [
    ...(ids ? [{ sql: `id IN ${placeholders(ids.length)}`, params: ids.map((id) => columnText(id)) }] : []),
    ...(early ? [] : [{ sql: 'next_at <= ?', params: [now] }]),
  ];
  const where = parts.map(({ sql }) => sql).join(' AND ') || 'true';
  const params = parts.flatMap((part) => part.params);
  const rows = await session.all<FeedRow>(`UPDATE feeds SET next_at = ? WHERE ${where} RETURNING next_at, feed`, [until, ...params]);
  return rows.map(toFeed).sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
}

function toFeed({ next_at, feed }: FeedRow): Feed {
  return { ...(JSON.parse(feed) as Feed), nextAt: next_at };
}
