import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import useSWR, { useSWRConfig } from 'swr';
import type { ArticleSummary, Collection } from '@/lib/store/records';
import { ask } from './ask';
import { formatLibraryQuery, parseLibraryQuery, type LibraryQuery } from './query';
import { usePages, type Pages } from './usePages';

const PAGE = 100;

/** What is asked for, held in the address alone. */
export function useLibraryQuery(): { query: LibraryQuery; change: (part: Partial<LibraryQuery>) => void } {
  const params = useSearchParams();
  const pathname = usePathname();
  const query = useMemo(() => parseLibraryQuery(params), [params]);
  const change = useCallback(
    (part: Partial<LibraryQuery>) => {
      const next = formatLibraryQuery({ ...parseLibraryQuery(new URLSearchParams(window.location.search)), ...part });
      window.history.replaceState(null, '', next === '' ? pathname : `${pathname}?${next}`);
    },
    [pathname],
  );
  return { query, change };
}

export type Articles = Pages<ArticleSummary>;

/** The articles that are asked for, page by page; those of the question before stay until the new ones are there. */
export function useArticles(query: LibraryQuery): Articles {
  const asked = formatLibraryQuery(query);
  return usePages(`/api/articles?limit=${PAGE}${asked === '' ? '' : `&${asked}`}`);
}

const NO_COLLECTIONS: readonly Collection[] = [];
const NO_TAGS: readonly { tag: string; articles: number }[] = [];
const NO_SOURCES: readonly { source: string; articles: number }[] = [];

/** What people have put together, and what there is to choose from. */
export function useShelves() {
  const collections = useSWR<{ collections: readonly Collection[] }, unknown>('/api/collections', ask);
  const tags = useSWR<{ tags: typeof NO_TAGS }, unknown>('/api/tags', ask);
  const sources = useSWR<{ sources: typeof NO_SOURCES }, unknown>('/api/sources', ask);
  return {
    collections: collections.data?.collections ?? NO_COLLECTIONS,
    tags: tags.data?.tags ?? NO_TAGS,
    sources: sources.data?.sources ?? NO_SOURCES,
    areKnown: collections.data !== undefined && tags.data !== undefined,
  };
}

/** Fetches anew what is shown of the library, the list itself too: something was changed. */
export function useRefresh({ retry }: Articles): () => Promise<void> {
  const { mutate } = useSWRConfig();
  return useCallback(async () => {
    // What is fetched page by page is passed over by a filter of keys.
    await Promise.all([retry(), mutate((key) => typeof key === 'string' && /^\/api\/(collections|tags|sources|events|counts)/.test(key))]);
  }, [mutate, retry]);
}
