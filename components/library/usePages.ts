import { useCallback, useMemo } from 'react';
import useSWRInfinite from 'swr/infinite';
import { ask } from './ask';

interface Answered<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface Pages<T> {
  /** As far as they are fetched; null while the first are on their way. */
  readonly items: readonly T[] | null;
  readonly hasMore: boolean;
  readonly error: unknown;
  readonly more: () => void;
  /** Fetches them anew. */
  readonly retry: () => Promise<void>;
}

/**
 * A list of the API, page by page.
 * @param asked its address with all but the cursor; null for nothing
 * @param isKept whether what was asked before stays until the answer is there
 */
export function usePages<T>(asked: string | null, isKept = true): Pages<T> {
  const { data, error, isLoading, isValidating, size, setSize, mutate } = useSWRInfinite<Answered<T>, unknown>(
    (_: number, before: Answered<T> | null) => {
      if (asked === null || before?.next === null) return null;
      return before ? `${asked}&cursor=${before.next}` : asked;
    },
    ask<Answered<T>>,
    { keepPreviousData: isKept, revalidateFirstPage: false, revalidateOnFocus: false, shouldRetryOnError: false },
  );
  const items = useMemo(() => data?.flatMap((page) => page.items) ?? null, [data]);
  const hasMore = (data?.at(-1)?.next ?? null) !== null;
  const more = useCallback(() => {
    if (hasMore && !isLoading && !isValidating && data?.length === size) void setSize(size + 1);
  }, [hasMore, isLoading, isValidating, data, size, setSize]);
  const retry = useCallback(async () => {
    await mutate();
  }, [mutate]);
  return { items, hasMore, error, more, retry };
}
