'use client';
import { useMemo, useState } from 'react';
import { shownSample } from '@/components/article/shownArticle';
import { useArticleMap } from '@/components/article/useArticleMap';
import { Timeline } from '@/components/desk/lazy';
import { MapSection } from '@/components/desk/MapSection';
import { chosenState, selectionOf } from '@/components/desk/selectionOf';
import { formatUrlState } from '@/components/desk/urlState';
import { useIncidents } from '@/components/desk/useIncidents';
import { useUrlState } from '@/components/desk/useUrlState';
import type { IncidentFilter } from '@/components/incidents/filter';
import type { Selection } from '@/components/map/selection';
import { shareMessages } from '@/components/share/words';
import { directionOf, type Locale } from '@/components/ui/locale';
import type { BasemapConfig } from '@/lib/api/config';
import type { Sample } from '@/lib/api/samples';

export interface EmbedProps {
  readonly locale: Locale;
  /** Null for the visitor's own article, which has no address. */
  readonly sample: Sample | null;
  readonly basemap: BasemapConfig | null;
}

/** Map, card and timeline for another page's frame: what the address says, and a way to the full page. */
export function Embed({ locale, sample, basemap }: EmbedProps) {
  const words = shareMessages[locale].embed;
  const { state, change } = useUrlState();
  const article = useMemo(() => (sample === null ? null : shownSample(sample, locale)), [sample, locale]);
  const { map, error, retry } = useArticleMap(article?.request ?? null, locale);
  const incidents = useIncidents(map, state.filter);
  const selection = useMemo(() => selectionOf(map, incidents, state), [map, incidents, state]);
  const [highlight, setHighlight] = useState<string | null>(null);
  if (sample === null || article === null) return <p className="embed-words">{words.own}</p>;

  const select = (chosen: Selection | null) => change(chosenState(chosen), 'replace');
  const filterBy = (part: Partial<IncidentFilter>) => change({ filter: { ...state.filter, ...part } }, 'replace');
  const shared = { locale, selection, highlight, incidents, showAssociative: state.names, onHighlight: setHighlight, onSelect: select };
  return (
    <div className="embed" data-theme={state.theme === 'system' ? undefined : state.theme}>
      <header className="embed-bar">
        <h1 lang={sample.language} dir={directionOf(sample.language)}>
          {sample.title}
        </h1>
        <a href={`/${locale}${formatUrlState(state)}`} target="_blank" rel="noopener">
          {words.open}
        </a>
      </header>
      {article.writtenForProject && article.note !== null && <p className="embed-note">{article.note}</p>}
      <MapSection
        {...shared}
        label={words.title}
        map={map}
        waiting={error === undefined}
        configured={basemap}
        state={state}
        change={change}
      >
        {map === null && (
          <p className="embed-words" role="status">
            {error === undefined ? words.loading : words.failed}{' '}
            {error !== undefined && (
              <button type="button" className="button" onClick={retry}>
                {words.again}
              </button>
            )}
          </p>
        )}
      </MapSection>
      {map !== null && map.incidents.some(({ date }) => date !== null) && (
        <div className="timeline-pane">
          <Timeline {...shared} all={map.incidents} filter={state.filter} onFilter={filterBy} />
        </div>
      )}
    </div>
  );
}
