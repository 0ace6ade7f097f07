'use client';
import { useRouter } from 'next/navigation';
import { useMemo, useState, useTransition, type KeyboardEvent } from 'react';
import { EMPTY_DRAFT } from '@/components/article/draft';
import { typedDraft, useDraft, useIsKept } from '@/components/article/draftStore';
import { failureOf } from '@/components/article/failure';
import { OwnArticleForm } from '@/components/article/OwnArticleForm';
import type { IncidentFilter } from '@/components/incidents/filter';
import type { Overlay } from '@/components/map/overlay';
import type { Selection } from '@/components/map/selection';
import { PlacesPanel } from '@/components/places/PlacesPanel';
import { foundWords } from '@/components/places/words';
import { MissingArticle } from '@/components/reader/MissingArticle';
import { Reader } from '@/components/reader/Reader';
import { useRemembered } from '@/components/review/remembered';
import { ReviewSwitch } from '@/components/review/ReviewSwitch';
import { useReviewedMap } from '@/components/review/useReviewedMap';
import type { Locale } from '@/components/ui/locale';
import { ExportPanel } from '@/components/share/ExportPanel';
import { messages } from '@/components/ui/messages';
import type { BasemapConfig } from '@/lib/api/config';
import type { Sample } from '@/lib/api/samples';
import { Column } from './Column';
import { IncidentsPanel, Review, Timeline } from './lazy';
import { MapSection } from './MapSection';
import { chosenState, selectionOf } from './selectionOf';
import { SkipLinks } from './SkipLinks';
import { SavedState } from './SavedState';
import { SaveButton } from './SaveButton';
import { SAVED, TopBar, type SampleTitle } from './TopBar';
import { formatUrlState, FRESH, OWN_ARTICLE, type UrlState, type View } from './urlState';
import { useDeskArticle } from './useDeskArticle';
import { useIncidents } from './useIncidents';
import { useMapPadding } from './useMapPadding';
import { usePanelFocus } from './usePanelFocus';
import { useSheet } from './useSheet';
import { useUrlState } from './useUrlState';

export interface DeskProps {
  readonly locale: Locale;
  readonly samples: readonly SampleTitle[];
  /** The sample that the address names; null where it names the visitor's own article. */
  readonly sample: Sample | null;
  /** A basemap of the user's own; null where none is configured. */
  readonly basemap: BasemapConfig | null;
}

/** The whole screen: bar, reading side and map, with the article and what is chosen in it held in the address. */
export function Desk({ locale, samples, sample, basemap }: DeskProps) {
  const { desk } = messages[locale];
  const router = useRouter();
  const { state, change } = useUrlState();
  const [, startTransition] = useTransition();
  const isOwn = state.saved === null && state.article === OWN_ARTICLE;
  const {
    key,
    article,
    hasOwn,
    map: machine,
    error,
    retry,
    readOwn,
  } = useDeskArticle(sample, isOwn, state.published, locale, null, state.saved);
  const reviewed = useReviewedMap(machine, article?.text ?? null, state.saved);
  useRemembered(reviewed);
  const { map } = reviewed;
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const draft = useDraft(typedDraft) ?? EMPTY_DRAFT;
  const kept = useIsKept(typedDraft);
  const incidents = useIncidents(map, state.filter);
  const selection = useMemo(() => selectionOf(map, incidents, state), [map, incidents, state]);
  const [highlight, setHighlight] = useState<string | null>(null);
  const sheet = useSheet(state.view === 'own' ? 'full' : (state.place ?? state.incident) !== null ? 'peek' : 'half');
  const hasTimeline = map !== null && map.incidents.some(({ date }) => date !== null);
  // Its room is kept while the article is read: nearly all have a day, and nothing moves when it comes.
  const keepsTimeline = hasTimeline || (map === null && error === undefined && article !== null);
  const padding = useMapPadding(sheet.stop, keepsTimeline);
  const focusPanel = usePanelFocus(state.view);

  const select = (chosen: Selection | null, how: 'push' | 'replace' = 'push') => {
    change(chosenState(chosen), how);
    // On a phone the sheet would leave no room for the mark and its card.
    if (!state.review) sheet.makeWay(chosen !== null);
  };
  const show = (view: View) => change({ view }, 'replace');
  const skipTo = (view: View) => {
    show(view);
    focusPanel(view);
  };
  const openForm = () => {
    change({ view: 'own' }, 'push');
    sheet.setStop('full');
  };
  const choose = (id: string) => {
    setHighlight(null);
    const next: Partial<UrlState> = { ...FRESH, article: id === samples[0]?.id ? null : id };
    // The visitor's own article is in the browser already; a sample's text comes from the server.
    if (id === SAVED) return;
    if (id === OWN_ARTICLE) change(next, 'push');
    else startTransition(() => router.push(`/${locale}${formatUrlState({ ...state, ...next })}`, { scroll: false }));
  };
  const escape = (event: KeyboardEvent) => {
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    if (event.key === 'Escape' && !event.defaultPrevented && !typing && !state.review && selection !== null) select(null);
  };
  const filterBy = (part: Partial<IncidentFilter>) => change({ filter: { ...state.filter, ...part } }, 'replace');
  const shared = { locale, selection, highlight, incidents, showAssociative: state.names, onHighlight: setHighlight };

  return (
    <div
      className="desk"
      data-theme={state.theme === 'system' ? undefined : state.theme}
      data-stop={sheet.stop}
      data-reviewing={state.review || undefined}
      onKeyDown={escape}
    >
      <SkipLinks locale={locale} onPanel={skipTo} />
      <TopBar
        locale={locale}
        state={state}
        samples={samples}
        current={state.saved !== null ? SAVED : isOwn ? OWN_ARTICLE : (sample?.id ?? '')}
        savedTitle={state.saved === null ? null : (article?.title ?? '')}
        save={
          <SaveButton
            key={state.saved ?? key}
            locale={locale}
            article={article ?? null}
            log={reviewed.log}
            saved={state.saved}
            onSaved={(saved) => change({ saved, article: null, published: null }, 'push')}
          />
        }
        hasOwn={hasOwn}
        onChoose={choose}
        onOwn={openForm}
        onTheme={(theme) => change({ theme }, 'replace')}
      />
      <ExportPanel locale={locale} article={article ?? null} map={map} isOwn={isOwn} />
      <main className="desk-main">
        <Column
          locale={locale}
          view={state.view}
          onView={show}
          counts={{
            places: map?.features.length ?? null,
            incidents: map === null ? null : countOf(incidents.length, map.incidents.length),
          }}
          sheet={sheet}
          reviewSwitch={
            map && <ReviewSwitch locale={locale} open={state.review} onToggle={() => change({ review: !state.review }, 'replace')} />
          }
          review={
            state.review &&
            map &&
            machine &&
            article && (
              <Review
                key={key}
                reviewed={reviewed}
                map={map}
                machine={machine}
                text={article.text}
                locale={locale}
                selection={selection}
                onSelect={(chosen) => select(chosen, 'replace')}
                onOverlay={setOverlay}
                onArticle={() => show('article')}
                onClose={() => change({ review: false }, 'replace')}
              />
            )
          }
          article={
            article === undefined ? (
              <SavedState locale={locale} error={error} onRetry={retry} />
            ) : article === null ? (
              <MissingArticle locale={locale} onPaste={openForm} />
            ) : (
              <Reader
                {...shared}
                key={key}
                article={article}
                map={map}
                error={error}
                onRetry={retry}
                shown={state.view === 'article'}
                onSelect={select}
                onPublished={(published) => change({ published }, 'replace')}
              />
            )
          }
          places={
            <PlacesPanel
              {...shared}
              map={map}
              error={error}
              onRetry={retry}
              onSelect={select}
              onShowAssociative={(names) => change({ names }, 'replace')}
            />
          }
          incidents={
            <IncidentsPanel
              {...shared}
              map={map}
              error={error}
              onRetry={retry}
              filter={state.filter}
              onFilter={filterBy}
              order={state.order}
              onOrder={(order) => change({ order }, 'replace')}
              onSelect={select}
            />
          }
          own={
            <div className="scroller">
              <OwnArticleForm
                locale={locale}
                draft={draft}
                kept={kept}
                onChange={typedDraft.set}
                onRead={async (own) => {
                  await readOwn(own);
                  setHighlight(null);
                  change({ ...FRESH, article: OWN_ARTICLE }, 'push');
                  sheet.setStop('half');
                }}
                onClose={() => show('article')}
              />
            </div>
          }
        />
        <div className="stage">
          <MapSection
            {...shared}
            label={desk.views.map}
            overlay={overlay}
            map={map}
            waiting={article !== null && error === undefined}
            onSelect={select}
            padding={padding}
            configured={basemap}
            state={state}
            change={change}
          />
          {keepsTimeline && (
            <div className="timeline-pane">
              {hasTimeline && <Timeline {...shared} all={map.incidents} filter={state.filter} onFilter={filterBy} onSelect={select} />}
            </div>
          )}
        </div>
      </main>
      <p className="visually-hidden" role="status">
        {map !== null ? foundWords(map, locale) : error === undefined ? '' : desk.errors[failureOf(error, navigator.onLine).message]}
      </p>
    </div>
  );
}

/** "6", or "2/6" where the filters hold some back. */
function countOf(shown: number, all: number): string {
  return shown === all ? String(all) : `${shown}/${all}`;
}
