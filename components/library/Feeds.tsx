'use client';
import { useState } from 'react';
import useSWR from 'swr';
import { useWho } from '@/components/access/WhoContext';
import { fill, formatDate, plural } from '@/components/ui/messages';
import type { Locale } from '@/components/ui/locale';
import type { FeedsAnswer, ListedFeed, PollAnswer } from '@/lib/api/feeds-request';
import { ask } from './ask';
import { libraryMessages, reasonOf } from './words';

export interface FeedsProps {
  readonly locale: Locale;
  /** Articles have come. */
  readonly onChanged: () => Promise<void>;
}

/** The feeds that are followed: how they answered the last time; followed, asked at once, and let go by whom the server lets. */
export function Feeds({ locale, onChanged }: FeedsProps) {
  const { feeds: words } = libraryMessages[locale];
  const role = useWho()?.role ?? 'admin';
  const { data, mutate } = useSWR<FeedsAnswer, unknown>('/api/feeds', ask);
  const [url, setUrl] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const [told, setTold] = useState<{ readonly text: string; readonly failed: boolean } | null>(null);
  const run = async (what: string, work: () => Promise<string | null>) => {
    setBusy(what);
    try {
      const text = await work();
      setTold(text === null ? null : { text, failed: false });
      await Promise.all([mutate(), onChanged()]);
    } catch (error) {
      setTold({ text: reasonOf(error, locale), failed: true });
    } finally {
      setBusy(null);
    }
  };
  const follow = () =>
    run('new', async () => {
      const { results } = await ask<PollAnswer['feeds'][number]>('/api/feeds', 'POST', { url: url.trim() });
      setUrl('');
      return plural(locale, words.came, newOf(results));
    });
  const poll = (id: string) =>
    run(id, async () => {
      const { feeds } = await ask<PollAnswer>('/api/feeds/poll', 'POST', { ids: [id] });
      return plural(
        locale,
        words.came,
        feeds.reduce((sum, { results }) => sum + newOf(results), 0),
      );
    });
  const remove = (id: string) => run(id, () => ask<null>(`/api/feeds/${id}`, 'DELETE'));
  return (
    <section className="feeds" aria-labelledby="library-feeds">
      <h2 id="library-feeds">{words.title}</h2>
      {data?.items.length === 0 && <p className="places-help">{words.none}</p>}
      <ul>
        {data?.items.map((feed) => (
          <FeedEntry
            key={feed.id}
            {...{ locale, feed }}
            isBusy={busy === feed.id}
            onPoll={role === 'reader' ? null : () => void poll(feed.id)}
            onRemove={role === 'admin' ? () => void remove(feed.id) : null}
          />
        ))}
      </ul>
      {role === 'admin' && (
        <form
          className="name-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (url.trim() !== '') void follow();
          }}
        >
          <input
            type="url"
            dir="ltr"
            maxLength={2000}
            aria-label={words.address}
            placeholder="https://"
            value={url}
            onChange={({ currentTarget }) => setUrl(currentTarget.value)}
          />
          <button type="submit" className="button" disabled={busy !== null}>
            {busy === 'new' ? words.asking : words.follow}
          </button>
        </form>
      )}
      {told !== null && (
        <p className={told.failed ? 'state state-failed' : 'places-help'} role={told.failed ? 'alert' : 'status'}>
          {told.text}
        </p>
      )}
    </section>
  );
}

const newOf = (results: PollAnswer['feeds'][number]['results']): number =>
  results.filter(({ outcome }) => outcome === 'saved' || outcome === 'alike').length;

interface FeedEntryProps {
  readonly locale: Locale;
  readonly feed: ListedFeed;
  readonly isBusy: boolean;
  /** Null where the visitor may not. */
  readonly onPoll: (() => void) | null;
  readonly onRemove: (() => void) | null;
}

function FeedEntry({ locale, feed: { url, title, polledAt, problem }, isBusy, onPoll, onRemove }: FeedEntryProps) {
  const { feeds: words } = libraryMessages[locale];
  const name = title ?? url;
  return (
    <li className="feed">
      <bdi title={url}>{name}</bdi>
      <span className="places-help">
        {polledAt === null ? words.never : fill(words.asked, { date: formatDate(locale, polledAt), time: timeOf(polledAt) })}
      </span>
      {problem !== null && <span className="state-failed">{fill(words.problem, { problem })}</span>}
      <span className="feed-acts">
        {onPoll && (
          <button type="button" className="button" disabled={isBusy} aria-label={fill(words.askOf, { name })} onClick={onPoll}>
            {isBusy ? words.asking : words.ask}
          </button>
        )}
        {onRemove && (
          <button type="button" className="button" disabled={isBusy} aria-label={fill(words.leaveOf, { name })} onClick={onRemove}>
            {words.leave}
          </button>
        )}
      </span>
    </li>
  );
}

/** Hours and minutes, UTC, as the store writes them. */
const timeOf = (at: string): string => `${at.slice(11, 16)} UTC`;
