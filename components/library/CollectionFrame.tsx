import type { ReactNode } from 'react';
import type { Sheet } from '@/components/desk/useSheet';
import type { IncidentFilter } from '@/components/incidents/filter';
import type { Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import { CollectionBar } from './CollectionBar';

export interface CollectionFrameProps {
  readonly locale: Locale;
  readonly id: string;
  readonly name: string;
  readonly filter: IncidentFilter;
  readonly sheet: Sheet;
  readonly column: ReactNode;
  /** Null or false for none. */
  readonly timeline: ReactNode;
  /** The map. */
  readonly children: ReactNode;
}

/** A collection's page: its bar, what it tells in words, its map, and the timeline under it. */
export function CollectionFrame({ locale, id, name, filter, sheet, column, timeline, children }: CollectionFrameProps) {
  return (
    <div className="desk collection" data-stop={sheet.stop}>
      <CollectionBar locale={locale} id={id} name={name} page="map" filter={filter} />
      <main className="desk-main">
        {column}
        <div className="stage">
          <section className="map-pane" id="map" aria-label={messages[locale].desk.views.map} tabIndex={-1}>
            {children}
          </section>
          {timeline && <div className="timeline-pane">{timeline}</div>}
        </div>
      </main>
    </div>
  );
}
