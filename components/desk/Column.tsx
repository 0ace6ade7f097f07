'use client';
import { Suspense, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { directionOf, type Locale } from '@/components/ui/locale';
import { fill, messages } from '@/components/ui/messages';
import type { View } from './urlState';
import type { Sheet } from './useSheet';

export interface ColumnProps {
  readonly locale: Locale;
  readonly view: View;
  readonly onView: (view: View) => void;
  /** What stands beside the lists' names: how many they hold. */
  readonly counts: { readonly places: ReactNode; readonly incidents: ReactNode };
  readonly sheet: Sheet;
  readonly article: ReactNode;
  readonly places: ReactNode;
  readonly incidents: ReactNode;
  readonly own: ReactNode;
  /** Opens and closes the review; null where there is nothing to review. */
  readonly reviewSwitch?: ReactNode;
  /** The review itself, between the tabs and what they show; null while it is closed. */
  readonly review?: ReactNode;
}

const TABS = ['article', 'places', 'incidents'] as const;

/** The reading side: article and lists behind tabs, or the form in place of all. On a phone it is a sheet over the map. */
export function Column({ locale, view, onView, counts, sheet, article, places, incidents, own, reviewSwitch, review }: ColumnProps) {
  const { ref, stop, setStop, handle } = sheet;
  const { views, sheet: words } = messages[locale].desk;
  const list = useRef<HTMLDivElement>(null);
  const turn = (event: KeyboardEvent) => {
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const at = TABS.findIndex((tab) => tab === view);
    const forward = (event.key === 'ArrowRight') === (directionOf(locale) === 'ltr') ? 1 : -1;
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? TABS.length - 1 : (at + forward + TABS.length) % TABS.length;
    const to = TABS[next] ?? 'article';
    onView(to);
    list.current?.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };
  const panels = { article, places, incidents, own };
  return (
    <section className="column" ref={ref} aria-label={views.label}>
      <button
        type="button"
        className="sheet-handle"
        aria-label={`${fill(words.handle, { stop: words[stop] })}. ${stop === 'full' ? words.lower : words.raise}`}
        {...handle}
      />
      {view !== 'own' && (
        <div className="tabs-row">
          <div ref={list} className="tabs" role="tablist" aria-label={views.label} onKeyDown={turn}>
            {TABS.map((tab) => (
              <button
                key={tab}
                type="button"
                role="tab"
                id={`tab-${tab}`}
                aria-selected={view === tab}
                aria-controls={`panel-${tab}`}
                tabIndex={view === tab ? 0 : -1}
                onClick={() => {
                  onView(tab);
                  if (stop === 'peek') setStop('half');
                }}
              >
                {views[tab]}
                {tab !== 'article' && counts[tab] !== null && <span className="tabs-count">{counts[tab]}</span>}
              </button>
            ))}
          </div>
          {reviewSwitch}
        </div>
      )}
      {view !== 'own' && review}
      {/* All panels stay in the page, unseen: each keeps its scroll position, and the form its cursor. */}
      <div className="panels">
        {([...TABS, 'own'] as const).map((name) => (
          <div
            key={name}
            id={`panel-${name}`}
            className="panel"
            role={name === 'own' ? undefined : 'tabpanel'}
            aria-labelledby={name === 'own' ? undefined : `tab-${name}`}
            data-shown={view === name}
          >
            {/* Each panel is brought to life by itself, so that none holds up the page for long. */}
            <Suspense fallback={null}>{panels[name]}</Suspense>
          </div>
        ))}
      </div>
    </section>
  );
}
