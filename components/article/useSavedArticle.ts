import { useMemo } from 'react';
import useSWR from 'swr';
import { ask } from '@/components/library/ask';
import type { Locale } from '@/components/ui/locale';
import type { StoredArticle } from '@/lib/store/records';
import type { ArticleMap } from '@/lib/types';
import type { ShownArticle } from './shownArticle';
import type { ArticleMapState } from './useArticleMap';

export interface SavedArticle extends ArticleMapState {
  /** `undefined` while it is fetched, or could not be. */
  readonly article: ShownArticle | undefined;
}

/** A text never changes, and neither does what was read from it by one version. */
const ONCE = { revalidateOnFocus: false, revalidateIfStale: false, shouldRetryOnError: false };

/** An article of the library as the desk shows it, with the machine's map of it; nothing for null. */
export function useSavedArticle(id: string | null, locale: Locale): SavedArticle {
  const path = id === null ? null : `/api/articles/${encodeURIComponent(id)}`;
  const text = useSWR<StoredArticle, unknown>(path, ask<StoredArticle>, ONCE);
  const map = useSWR<ArticleMap, unknown>(path && `${path}/map?as=machine&locale=${locale}`, ask<ArticleMap>, ONCE);
  const stored = text.data;
  const article = useMemo(() => (stored === undefined ? undefined : shownStored(stored)), [stored]);
  return {
    key: id === null ? null : `saved:${id}`,
    article,
    map: (article && map.data) ?? null,
    error: text.error ?? map.error,
    loading: text.isLoading || map.isLoading,
    retry: () => {
      void text.mutate();
      void map.mutate();
    },
  };
}

function shownStored({ article, language }: StoredArticle): ShownArticle {
  const { text, title, publishedAt, source, url } = article;
  const known = Object.fromEntries(
    Object.entries({ title, publishedAt, source, url, language: article.language }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    ),
  );
  return {
    ...{ text, title, language, publishedAt, source, url },
    dateInferred: false,
    note: null,
    writtenForProject: false,
    request: { text, ...known },
  };
}
