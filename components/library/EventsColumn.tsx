import { useMemo } from 'react';
import type { Sheet } from '@/components/desk/useSheet';
import { isFiltering, NO_FILTER, type IncidentFilter } from '@/components/incidents/filter';
import { IncidentFilters } from '@/components/incidents/IncidentFilters';
import { incidentMessages } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber, messages, plural } from '@/components/ui/messages';
import type { ArticleMap, MapIncident } from '@/lib/types';
import { CrowdPanel } from './CrowdPanel';
import type { LibraryEvent } from './events';
import { EventsList, type EventsListProps } from './EventsList';
import type { Events } from './useEvents';
import { libraryMessages, reasonOf } from './words';

export interface EventsColumnProps {
  readonly locale: Locale;
  /** The collection's id. */
  readonly id: string;
  readonly collection: Events;
  readonly events: readonly LibraryEvent[];
  /** Those that pass the filter. */
  readonly shown: readonly LibraryEvent[];
  readonly map: ArticleMap | null;
  readonly filter: IncidentFilter;
  /** The event that is to be linked to another one; null for none. */
  readonly linking: string | null;
  readonly sheet: Sheet;
  readonly list: Omit<EventsListProps, 'answer' | 'map' | 'events'>;
  readonly onFilter: (part: Partial<IncidentFilter>) => void;
  readonly onUnlink: () => void;
}

/** What stands beside a collection's map: filters and events, or in words why there are none. */
export function EventsColumn({
  locale,
  id,
  collection,
  events,
  shown,
  map,
  filter,
  linking,
  sheet,
  list,
  onFilter,
  onUnlink,
}: EventsColumnProps) {
  const { ref, handle } = sheet;
  const { answer, isCrowd, error, retry, said } = collection;
  const words = libraryMessages[locale];
  const reported = useMemo(() => events.flatMap(({ reports }) => reports.map(({ incident }): MapIncident => incident)), [events]);
  const hasEvents = answer !== null && !isCrowd && (answer.reports > 0 || isFiltering(filter));
  const all = plural(locale, words.collection.eventCount, events.length);
  return (
    <section className="column" ref={ref} aria-label={words.collection.events}>
      <button type="button" className="sheet-handle" aria-label={messages[locale].desk.sheet.raise} {...handle} />
      <div className="scroller" tabIndex={-1}>
        {linking !== null && (
          <p className="linking" role="status">
            {words.event.linking}{' '}
            <button type="button" className="button" onClick={onUnlink}>
              {words.event.cancel}
            </button>
          </p>
        )}
        <p role="status" className={said.failed ? 'selection-failed' : 'collection-said'}>
          {said.words}
        </p>
        {answer === null && error === undefined && <p className="state state-reading">{words.collection.loading}</p>}
        {error !== undefined && (
          <div className="state state-failed" role="alert">
            <p>{fill(words.list.failed, { reason: reasonOf(error, locale) })}</p>
            <button type="button" className="button" onClick={retry}>
              {words.list.again}
            </button>
          </div>
        )}
        {answer !== null && isCrowd && <CrowdPanel {...{ locale, filter, onFilter }} collection={id} reports={answer.reports} />}
        {answer !== null && !isCrowd && !hasEvents && (
          <p className="state">
            <strong>{words.collection.empty}.</strong> {words.collection.emptyHelp}
          </p>
        )}
        {hasEvents && map && (
          <>
            <IncidentFilters incidents={reported} filter={filter} language={locale} locale={locale} onFilter={onFilter} />
            <p className="incidents-shown" role="status">
              {shown.length === events.length
                ? fill(words.collection.counts, { events: all, reports: plural(locale, words.collection.reportCount, answer.reports) })
                : fill(words.collection.shown, { shown: formatNumber(locale, shown.length), all })}
              {isFiltering(filter) && (
                <button type="button" className="link" onClick={() => onFilter(NO_FILTER)}>
                  {incidentMessages[locale].filters.clear}
                </button>
              )}
            </p>
            {shown.length === 0 ? (
              <p className="state">{words.collection.noneLeft}</p>
            ) : (
              <EventsList {...list} answer={answer} map={map} events={shown} />
            )}
          </>
        )}
      </div>
    </section>
  );
}
