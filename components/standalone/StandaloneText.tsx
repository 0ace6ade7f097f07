'use client';
import { useMemo, useRef } from 'react';
import { selectedIncident, type Selection } from '@/components/map/selection';
import { ArticleText } from '@/components/reader/ArticleText';
import { markedMentions, markedTriggers, paragraphsOf } from '@/components/reader/paragraphs';
import { useKeepInSight } from '@/components/reader/useKeepInSight';
import { directionOf, type Locale } from '@/components/ui/locale';
import { formatDate, messages } from '@/components/ui/messages';
import type { StandaloneData } from '@/lib/export/standalone';
import type { MapIncident, Span } from '@/lib/types';

export interface StandaloneTextProps {
  readonly data: StandaloneData;
  readonly locale: Locale;
  readonly shown: boolean;
  readonly incidents: readonly MapIncident[];
  readonly showAssociative: boolean;
  readonly selection: Selection | null;
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (id: string | null) => void;
}

const NO_EVIDENCE: readonly Span[] = [];

/** The article to read, with its marks: nothing in it can be changed. */
export function StandaloneText({ data, locale, shown, incidents, showAssociative, ...rest }: StandaloneTextProps) {
  const { article, map } = data;
  const { reader } = messages[locale].desk;
  const scroller = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(
    () => paragraphsOf(article.text, markedMentions(map, showAssociative), markedTriggers(incidents)),
    [article.text, map, showAssociative, incidents],
  );
  const evidence = incidents.find(({ id }) => id === selectedIncident(rest.selection))?.evidence ?? NO_EVIDENCE;
  useKeepInSight(scroller, rest.selection, evidence, shown);
  const { language } = map.article;
  const dir = directionOf(language);
  return (
    <div ref={scroller} className="scroller" tabIndex={0} role="region" aria-label={reader.text}>
      <article className="reader">
        <header className="head">
          <h2 lang={article.title === null ? undefined : language} dir={article.title === null ? undefined : dir}>
            {article.title ?? reader.untitled}
          </h2>
          <ul className="head-facts">
            {article.source !== null && (
              <li>
                <bdi>{article.source}</bdi>
              </li>
            )}
            <li>
              {article.publishedAt === null ? (
                reader.undated
              ) : (
                <time dateTime={article.publishedAt}>{formatDate(locale, article.publishedAt)}</time>
              )}
            </li>
            {article.url !== null && (
              <li>
                <a href={article.url} rel="noreferrer">
                  {reader.original}
                </a>
              </li>
            )}
          </ul>
          {data.note !== null && <p className="head-made-up">{data.note}</p>}
        </header>
        <ArticleText paragraphs={paragraphs} lang={language} dir={dir} evidence={evidence} {...rest} />
      </article>
    </div>
  );
}
