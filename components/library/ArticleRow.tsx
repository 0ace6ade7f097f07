import { directionOf, type Locale } from '@/components/ui/locale';
import { fill, formatDate, plural } from '@/components/ui/messages';
import type { ArticleSummary } from '@/lib/store/records';
import { libraryMessages } from './words';

export interface ArticleRowProps {
  readonly article: ArticleSummary;
  readonly locale: Locale;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean) => void;
  readonly onTag: (tag: string) => void;
  /** Lists the articles that are nearly the same text. */
  readonly onAlike: () => void;
}

/** One article of the list: its title, which opens it on the desk, where and when it appeared, and what it tells of. */
export function ArticleRow({ article, locale, isSelected, onSelect, onTag, onAlike }: ArticleRowProps) {
  const { list, search } = libraryMessages[locale];
  const title = article.title ?? list.untitled;
  const languages: Readonly<Record<string, string>> = search.languages;
  const facts = [
    article.source ?? list.noSource,
    article.publishedAt === null ? list.undated : formatDate(locale, article.publishedAt),
    ...(article.language === null ? [] : [languages[article.language] ?? article.language]),
    plural(locale, list.incidents, article.incidents),
    ...(article.copies > 1 ? [plural(locale, list.copies, article.copies)] : []),
  ];
  return (
    <div className="article-row" data-selected={isSelected || undefined}>
      <label className="article-row-check">
        <input type="checkbox" checked={isSelected} aria-label={fill(list.select, { title })} onChange={() => onSelect(!isSelected)} />
      </label>
      <div className="article-row-body">
        <a
          className="article-row-title"
          href={`/${locale}?saved=${article.id}`}
          lang={article.language ?? undefined}
          dir={directionOf(article.title === null ? locale : article.language)}
        >
          {title}
        </a>
        <p className="article-row-facts">
          {facts.map((fact, i) => (
            <bdi key={i}>{fact}</bdi>
          ))}
          {article.alike > 0 && (
            <button type="button" className="link" onClick={onAlike}>
              {plural(locale, list.alike, article.alike)}
            </button>
          )}
        </p>
        {article.tags.length > 0 && (
          <ul className="article-row-tags">
            {article.tags.map((tag) => (
              <li key={tag}>
                <button type="button" className="tag" onClick={() => onTag(tag)}>
                  <bdi>{tag}</bdi>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
