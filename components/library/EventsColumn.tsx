import { useMemo } from 'react';
import { isFiltering, NO_FILTER, type IncidentFilter } from '@/components/incidents/filter';
import { IncidentFilters } from '@/components/incidents/IncidentFilters';
import { incidentMessages } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber, plural } from '@/components/ui/messages';
import type { ArticleMap, MapIncident } from '@/lib/types';
import { ColumnFrame, type ColumnFrameProps } from './ColumnFrame';
import type { LibraryEvent } from './events';
import { EventsList, type EventsListProps } from './EventsList';
import type { Events } from './useEvents';
import { libraryMessages, reasonOf } from './words';

export interface EventsColumnProps extends Pick<ColumnFrameProps, 'sheet' | 'isLinking' | 'onUnlink'> {
  readonly locale: Locale;
  readonly collection: Events;
  readonly events: readonly LibraryEvent[];
  /** Those that pass the filter. */
  readonly shown: readonly LibraryEvent[];
  readonly map: ArticleMap | null;
  readonly filter: IncidentFilter;
  readonly list: Omit<EventsListProps, 'answer' | 'map' | 'events'>;
  readonly onFilter: (part: Partial<IncidentFilter>) => void;
}

/** What stands beside a collection's map: filters and events, or in words why there are none. */
export function EventsColumn({ locale, collection, events, shown, map, filter, list, onFilter, ...frame }: EventsColumnProps) {
  const { answer, error, retry, said } = collection;
  const words = libraryMessages[locale];
  const reported = useMemo(() => events.flatMap(({ reports }) => reports.map(({ incident }): MapIncident => incident)), [events]);
  const hasEvents = answer !== null && (answer.reports > 0 || isFiltering(filter));
  const all = plural(locale, words.collection.eventCount, events.length);
  return (
    <ColumnFrame {...frame} locale={locale} said={said}>
      {answer === null && error === undefined && <p className="state state-reading">{words.collection.loading}</p>}
      {error !== undefined && (
        <div className="state state-failed" role="alert">
          <p>{fill(words.list.failed, { reason: reasonOf(error, locale) })}</p>
          <button type="button" className="button" onClick={retry}>
            {words.list.again}
          </button>
        </div>
      )}
      {answer !== null && !hasEvents && (
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
    </ColumnFrame>
  );
}
