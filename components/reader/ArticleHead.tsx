import { messages } from '@/components/ui/messages';
import { directionOf, type Locale } from '@/components/ui/locale';
import type { ArticleMap } from '@/lib/types';
import { PublishedDate } from './PublishedDate';
import type { ShownArticle } from '@/components/article/shownArticle';

/** Title, source and date, and what was found: what one has to know before the first line. */
export function ArticleHead({ article, language, map, locale, showAssociative, onPublished }: ArticleHeadProps) {
  const { reader } = messages[locale].desk;
  const { title, source, url, dateInferred, note, writtenForProject } = article;
  return (
    <header className="head">
      {title === null ? (
        <h2>{reader.untitled}</h2>
      ) : (
        <h2 lang={language ?? undefined} dir={directionOf(language)}>
          {title}
        </h2>
      )}
      <ul className="head-facts">
        {source !== null && <li>{source}</li>}
        <PublishedDate article={article} locale={locale} onPublished={onPublished} />
        {dateInferred && (
          <li>
            <details>
              <summary>{reader.inferred}</summary>
              {note}
            </details>
          </li>
        )}
        {url !== null && (
          <li>
            <a href={url} rel="noreferrer">
              {reader.original}
            </a>
          </li>
        )}
      </ul>
      {/* Never behind a click: what is made up must not be read as news. */}
      {writtenForProject && <p className="head-made-up">{note ?? reader.written}</p>}
      {map !== null && map.features.length > 0 && (
        <Key locale={locale} showAssociative={showAssociative} showIncidents={map.incidents.length > 0} />
      )}
    </header>
  );
}

export interface ArticleHeadProps {
  readonly article: ShownArticle;
  /** BCP 47; null where it is not known yet. */
  readonly language: string | null;
  readonly map: ArticleMap | null;
  readonly locale: Locale;
  readonly showAssociative: boolean;
  readonly onPublished: (date: string | null) => void;
}

/** What the marks mean, shown in the marks themselves. */
function Key({ locale, showAssociative, showIncidents }: { locale: Locale; showAssociative: boolean; showIncidents: boolean }) {
  const { reader } = messages[locale].desk;
  return (
    <p className="head-key">
      {showIncidents && <span className="key-trigger">{reader.trigger}</span>}
      <span className="key-literal">{reader.literal}</span>
      {showAssociative && <span className="key-associative">{reader.associative}</span>}
    </p>
  );
}
