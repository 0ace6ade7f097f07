'use client';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Locale } from '@/components/ui/locale';
import { fill, messages } from '@/components/ui/messages';
import type { View } from './urlState';
import type { Sheet } from './useSheet';

export interface ColumnProps {
  readonly locale: Locale;
  readonly view: View;
  readonly onView: (view: View) => void;
  /** How many places the list holds; null while that is not known. */
  readonly count: number | null;
  readonly sheet: Sheet;
  readonly article: ReactNode;
  readonly places: ReactNode;
  readonly own: ReactNode;
}

const TABS = ['article', 'places'] as const;

/** The reading side: article and list behind two tabs, or the form in place of both. On a phone it is a sheet over the map. */
export function Column({ locale, view, onView, count, sheet, article, places, own }: ColumnProps) {
  const { ref, stop, setStop, handle } = sheet;
  const { views, sheet: words } = messages[locale].desk;
  const list = useRef<HTMLDivElement>(null);
  const turn = (event: KeyboardEvent) => {
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const to = view === 'article' ? 'places' : 'article';
    onView(to);
    list.current?.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };
  const panels = { article, places, own };
  return (
    <section className="column" ref={ref} aria-label={views.label}>
      <button
        type="button"
        className="sheet-handle"
        aria-label={`${fill(words.handle, { stop: words[stop] })}. ${stop === 'full' ? words.lower : words.raise}`}
        {...handle}
      />
      {view !== 'own' && (
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
              {tab === 'places' && count !== null && <span className="tabs-count">{count}</span>}
            </button>
          ))}
        </div>
      )}
      {/* All panels stay in the page, unseen: each keeps its scroll position, and the form its cursor. */}
      <div className="panels">
        {(['article', 'places', 'own'] as const).map((name) => (
          <div
            key={name}
            id={`panel-${name}`}
            className="panel"
            role={name === 'own' ? undefined : 'tabpanel'}
            aria-labelledby={name === 'own' ? undefined : `tab-${name}`}
            data-shown={view === name}
          >
            {panels[name]}
          </div>
        ))}
      </div>
    </section>
  );
}
