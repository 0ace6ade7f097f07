'use client';
import { MapState, type MapStateProps } from '@/components/article/MapState';
import { fill, formatNumber } from '@/components/ui/messages';
import { isFiltering, NO_FILTER, type IncidentFilter } from './filter';
import { IncidentFilters } from './IncidentFilters';
import { IncidentsList, type IncidentsListProps } from './IncidentsList';
import { incidentMessages } from './words';

/** `incidents`: those that pass the filter. */
export interface IncidentsPanelProps extends MapStateProps, Omit<IncidentsListProps, keyof MapStateProps> {
  readonly filter: IncidentFilter;
  readonly onFilter: (part: Partial<IncidentFilter>) => void;
}

/** The article's incidents in words, with what chooses among them; or why there are none. */
export function IncidentsPanel({ map, error, onRetry, locale, incidents, filter, onFilter, ...list }: IncidentsPanelProps) {
  const words = incidentMessages[locale];
  const all = map?.incidents ?? [];
  return (
    <div className="scroller" tabIndex={-1}>
      {map === null && <MapState map={map} error={error} onRetry={onRetry} locale={locale} />}
      {map !== null && all.length === 0 && (
        <p className="state">
          <strong>{words.list.none}.</strong> {words.list.noneHelp}
        </p>
      )}
      {map !== null && all.length > 0 && (
        <>
          <IncidentFilters incidents={all} filter={filter} language={map.article.language} locale={locale} onFilter={onFilter} />
          <p className="incidents-shown" role="status">
            {fill(words.filters.shown, { shown: formatNumber(locale, incidents.length), all: formatNumber(locale, all.length) })}
            {isFiltering(filter) && (
              <button type="button" className="link" onClick={() => onFilter(NO_FILTER)}>
                {words.filters.clear}
              </button>
            )}
          </p>
          {incidents.length === 0 ? (
            <p className="state">{words.list.noneLeft}</p>
          ) : (
            <IncidentsList {...list} map={map} incidents={incidents} locale={locale} />
          )}
        </>
      )}
    </div>
  );
}
