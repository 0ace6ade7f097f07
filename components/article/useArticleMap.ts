import { useMemo, useState } from 'react';
import useSWR from 'swr';
import type { Locale } from '@/components/ui/locale';
import type { ArticleMap } from '@/lib/types';
import { requestMap, type ArticleRequest } from './requestMap';

/** Under which SWR keeps an article's map: a key of a few characters, and not the million that the text may have. */
export function mapKey(article: ArticleRequest, locale: Locale): string {
  const { text, title = '', publishedAt = '', language = '' } = article;
  return `map:${locale}:${text.length}:${hash(`${language}\n${publishedAt}\n${title}\n${text}`)}`;
}

export interface ArticleMapState {
  /** The same for the same text, whatever its date, and short. */
  readonly key: string | null;
  readonly map: ArticleMap | null;
  readonly error: unknown;
  readonly loading: boolean;
  readonly retry: () => void;
}

/**
 * The article's map from the API, asked for once and again when the connection comes back; nothing for null.
 * Where only the date of publication changes, the map before stays until the new one is there: its offsets hold.
 */
export function useArticleMap(article: ArticleRequest | null, locale: Locale): ArticleMapState {
  const key = useMemo(() => (article === null ? null : mapKey(article, locale)), [article, locale]);
  const textKey = useMemo(() => (article === null ? null : mapKey({ text: article.text }, locale)), [article, locale]);
  const { data, error, isLoading, mutate } = useSWR<ArticleMap, unknown>(
    key,
    // An article never changes, and neither does what is read from it.
    article === null ? null : () => requestMap(article, locale),
    { revalidateOnFocus: false, revalidateIfStale: false, shouldRetryOnError: false },
  );
  const [last, setLast] = useState<{ readonly textKey: string | null; readonly map: ArticleMap } | null>(null);
  if (data !== undefined && last?.map !== data) setLast({ textKey, map: data });
  const kept = error === undefined && last?.textKey === textKey ? (last?.map ?? null) : null;
  return {
    key: textKey,
    map: data ?? kept,
    error: data === undefined ? error : undefined,
    loading: isLoading,
    retry: () => void mutate(),
  };
}

/** Two 32-bit multiplicative hashes (FNV-1a's and MurmurHash2's factors), as hexadecimal: ample for the articles of one visit. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return (a >>> 0).toString(16) + (b >>> 0).toString(16);
}
