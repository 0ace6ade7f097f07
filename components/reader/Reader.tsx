'use client';
import { useMemo, useRef } from 'react';
import { MapState } from '@/components/article/MapState';
import type { ShownArticle } from '@/components/article/shownArticle';
import { selectedIncident, type Selection } from '@/components/map/selection';
import { directionOf, type Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import type { ArticleMap, MapIncident, Span } from '@/lib/types';
import { ArticleHead } from './ArticleHead';
import { ArticleText } from './ArticleText';
import { markedMentions, markedTriggers, paragraphsOf } from './paragraphs';
import { useKeepInSight } from './useKeepInSight';

export interface ReaderProps {
  readonly article: ShownArticle;
  readonly map: ArticleMap | null;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly locale: Locale;
  /** Whether the reader is what its column shows. */
  readonly shown: boolean;
  readonly showAssociative: boolean;
  readonly selection: Selection | null;
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (id: string | null) => void;
  /** The incidents that are shown. */
  readonly incidents: readonly MapIncident[];
  /** Takes the date of publication that the visitor gives; null for the article's own. */
  readonly onPublished: (date: string | null) => void;
}

const NO_EVIDENCE: readonly Span[] = [];

/** The article, there to be read before anything is known of its places, and marked once they are. */
export function Reader(props: ReaderProps) {
  const { article, map, error, onRetry, locale, shown, showAssociative, selection, highlight, onSelect, onHighlight, incidents } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(
    () => paragraphsOf(article.text, map === null ? [] : markedMentions(map, showAssociative), markedTriggers(incidents)),
    [article.text, map, showAssociative, incidents],
  );
  const evidence = incidents.find(({ id }) => id === selectedIncident(selection))?.evidence ?? NO_EVIDENCE;
  useKeepInSight(scroller, selection, evidence, shown);
  const language = article.language ?? map?.article.language ?? null;
  return (
    <div ref={scroller} className="scroller" tabIndex={0} role="region" aria-label={messages[locale].desk.reader.text}>
      <article className="reader">
        <ArticleHead
          article={article}
          language={language}
          map={map}
          locale={locale}
          showAssociative={showAssociative}
          onPublished={props.onPublished}
        />
        <MapState map={map} error={error} onRetry={onRetry} locale={locale} />
        <ArticleText
          paragraphs={paragraphs}
          lang={language ?? undefined}
          dir={directionOf(language)}
          selection={selection}
          evidence={evidence}
          highlight={highlight}
          onSelect={onSelect}
          onHighlight={onHighlight}
        />
      </article>
    </div>
  );
}
