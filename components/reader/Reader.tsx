'use client';
import { useMemo, useRef } from 'react';
import { MapState } from '@/components/article/MapState';
import type { ShownArticle } from '@/components/article/shownArticle';
import type { Selection } from '@/components/map/selection';
import { directionOf, type Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import type { ArticleMap } from '@/lib/types';
import { ArticleHead } from './ArticleHead';
import { ArticleText } from './ArticleText';
import { markedMentions, paragraphsOf } from './paragraphs';
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
  readonly onHighlight: (placeId: string | null) => void;
}

/** The article, there to be read before anything is known of its places, and marked once they are. */
export function Reader(props: ReaderProps) {
  const { article, map, error, onRetry, locale, shown, showAssociative, selection, highlight, onSelect, onHighlight } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(
    () => paragraphsOf(article.text, map === null ? [] : markedMentions(map, showAssociative)),
    [article.text, map, showAssociative],
  );
  useKeepInSight(scroller, selection, shown);
  const language = article.language ?? map?.article.language ?? null;
  return (
    <div ref={scroller} className="scroller" tabIndex={0} role="region" aria-label={messages[locale].desk.reader.text}>
      <article className="reader">
        <ArticleHead article={article} language={language} map={map} locale={locale} showAssociative={showAssociative} />
        <MapState map={map} error={error} onRetry={onRetry} locale={locale} />
        <ArticleText
          paragraphs={paragraphs}
          lang={language ?? undefined}
          dir={directionOf(language)}
          selection={selection}
          highlight={highlight}
          onSelect={onSelect}
          onHighlight={onHighlight}
        />
      </article>
    </div>
  );
}
