import { useCallback, useMemo } from 'react';
import { useSWRConfig } from 'swr';
import type { Draft } from '@/components/article/draft';
import { readDraft, useDraft } from '@/components/article/draftStore';
import { requestMap } from '@/components/article/requestMap';
import { datedArticle, draftRequest, shownDraft, shownSample, type ShownArticle } from '@/components/article/shownArticle';
import { mapKey, useArticleMap, type ArticleMapState } from '@/components/article/useArticleMap';
import { useSavedArticle } from '@/components/article/useSavedArticle';
import type { Locale } from '@/components/ui/locale';
import type { Sample } from '@/lib/api/samples';

export interface DeskArticle extends ArticleMapState {
  /** `undefined` while the browser, or the library, has not been asked; null where the visitor has none of their own. */
  readonly article: ShownArticle | null | undefined;
  readonly hasOwn: boolean;
  /** Reads a draft and, once that worked, keeps it as the visitor's own article. Rejects as `requestMap` does. */
  readonly readOwn: (draft: Draft) => Promise<void>;
}

/**
 * The article on the desk, the sample or the visitor's own, with its map; `published` is the date that the visitor gave it,
 * `language` (BCP 47) that of an own article, null where it is to be detected; `saved` is the id of one of the library, which
 * then stands in place of the others.
 */
export function useDeskArticle(
  sample: Sample | null,
  isOwn: boolean,
  published: string | null,
  locale: Locale,
  language: string | null = null,
  saved: string | null = null,
): DeskArticle {
  const own = useDraft(readDraft);
  const { mutate } = useSWRConfig();
  const stored = useSavedArticle(saved, locale);
  const article = useMemo(() => {
    if (saved !== null) return stored.article && datedArticle(stored.article, published);
    if (isOwn) return own === null || own === undefined ? own : inLanguage(datedArticle(shownDraft(own), published), language);
    return sample === null ? null : datedArticle(shownSample(sample, locale), published);
  }, [isOwn, own, sample, published, locale, language, saved, stored.article]);
  // What the library keeps was read once; only under another date it is read again.
  const isAsKept = saved !== null && article === stored.article;
  const asked = useArticleMap(isAsKept ? null : (article?.request ?? null), locale);
  const state = isAsKept ? stored : asked;

  const readOwn = useCallback(
    async (draft: Draft) => {
      const request = draftRequest(draft);
      // The map is put where SWR will look for it: the article is asked for once, and shown only when it can be.
      await mutate(mapKey(request, locale), await requestMap(request, locale), { revalidate: false });
      readDraft.set(draft);
    },
    [mutate, locale],
  );

  return { ...state, article, hasOwn: own !== null && own !== undefined, readOwn };
}

function inLanguage(article: ShownArticle, language: string | null): ShownArticle {
  return language === null ? article : { ...article, language, request: { ...article.request, language } };
}
