import type { Draft } from './draft';
import type { ArticleRequest } from './requestMap';
import type { Locale } from '@/components/ui/locale';
import type { Sample } from '@/lib/api/samples';

/** An article as the desk shows it, whether it is a sample or the visitor's own. */
export interface ShownArticle {
  readonly text: string;
  readonly title: string | null;
  /** BCP 47; null until the API has said which. */
  readonly language: string | null;
  readonly publishedAt: string | null;
  readonly dateInferred: boolean;
  /** Its own date, where the visitor gave another one, `publishedAt`; `undefined` where that is its own. */
  readonly ownDate?: string | null;
  /** How an inferred date was worked out, or that a sample's events are made up. */
  readonly note: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly writtenForProject: boolean;
  /** What the API is asked. */
  readonly request: ArticleRequest;
}

export function shownSample(sample: Sample, locale: Locale): ShownArticle {
  const { id, text, title, language, publishedAt, source, url } = sample;
  return {
    text,
    title,
    language,
    publishedAt,
    dateInferred: sample.publishedAtInferred,
    note: sample.publishedAtNote?.[locale] ?? null,
    source,
    url,
    writtenForProject: sample.origin === 'written-for-the-project',
    request: { text, title, language, ...known({ publishedAt, source, url }), sample: id },
  };
}

export function shownDraft(draft: Draft): ShownArticle {
  const { text, title, date, url = null, source = null } = draft;
  return {
    text,
    title: title.trim() === '' ? null : title,
    language: null,
    publishedAt: date === '' ? null : date,
    dateInferred: false,
    note: null,
    source,
    url,
    writtenForProject: false,
    request: draftRequest(draft),
  };
}

/** The article as if published on the day that the visitor gave, `YYYY-MM-DD`; as it is for null. */
export function datedArticle(article: ShownArticle, published: string | null): ShownArticle {
  if (published === null || published === article.publishedAt) return article;
  const request = { ...article.request, publishedAt: published };
  return { ...article, publishedAt: published, dateInferred: false, ownDate: article.publishedAt, request };
}

/** What the API is asked about a draft: an empty field is left out, so that it is not taken for an answer. */
export function draftRequest({ text, title, date, url, source }: Draft): ArticleRequest {
  const given = { title: title.trim() === '' ? null : title, publishedAt: date === '' ? null : date };
  return { text, ...known({ ...given, url: url ?? null, source: source ?? null }) };
}

function known<T extends Record<string, string | null>>(values: T): Partial<Record<keyof T, string>> {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(entries) as Partial<Record<keyof T, string>>;
}
