import { isFiltering, NO_FILTER, type IncidentFilter } from '@/components/incidents/filter';
import { FacetFilters } from '@/components/incidents/IncidentFilters';
import { incidentMessages } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber, messages, plural } from '@/components/ui/messages';
import { ColumnFrame, type ColumnFrameProps } from './ColumnFrame';
import { facetsOfCounts } from './crowd';
import { CrowdList, type CrowdListProps } from './CrowdList';
import type { CrowdHeld } from './useCrowd';
import { libraryMessages, reasonOf } from './words';

export interface CrowdColumnProps extends Pick<ColumnFrameProps, 'sheet' | 'isLinking' | 'onUnlink'> {
  readonly locale: Locale;
  readonly held: CrowdHeld;
  readonly filter: IncidentFilter;
  /** Whether the whole collection is listed, and not only what is in view. */
  readonly isWhole: boolean;
  readonly list: Omit<CrowdListProps, 'items' | 'onEnd'>;
  readonly onFilter: (part: Partial<IncidentFilter>) => void;
  readonly onWhole: (isWhole: boolean) => void;
}

/** What stands beside a crowd's map: what makes it less, how many there are, and those in view, page by page. */
export function CrowdColumn({ locale, held, filter, isWhole, list, onFilter, onWhole, ...frame }: CrowdColumnProps) {
  const { all, facets, list: pages, error, retry, links } = held;
  const words = libraryMessages[locale];
  const { filters } = incidentMessages[locale];
  const { incidents } = messages[locale].desk.found;
  const count = all && plural(locale, incidents, all.total);
  return (
    <ColumnFrame {...frame} locale={locale} said={links.said}>
      {error !== undefined && (
        <div className="state state-failed" role="alert">
          <p>{fill(words.list.failed, { reason: reasonOf(error, locale) })}</p>
          <button type="button" className="button" onClick={retry}>
            {words.list.again}
          </button>
        </div>
      )}
      {facets && (
        <FacetFilters facets={facetsOfCounts(facets, filter)} filter={filter} language={locale} locale={locale} onFilter={onFilter} />
      )}
      {facets && count !== null && (
        <p className="incidents-shown" role="status">
          {isFiltering(filter) ? fill(words.collection.shown, { shown: formatNumber(locale, facets.total), all: count }) : count}
          {isFiltering(filter) && (
            <button type="button" className="link" onClick={() => onFilter(NO_FILTER)}>
              {filters.clear}
            </button>
          )}
        </p>
      )}
      <p className="places-help">{words.collection.crowd}</p>
      <p className="incidents-order">
        <span>{words.collection.listed}</span>
        {[false, true].map((whole) => (
          <button key={String(whole)} type="button" className="button" aria-pressed={isWhole === whole} onClick={() => onWhole(whole)}>
            {whole ? words.collection.whole : words.collection.inView}
          </button>
        ))}
      </p>
      {pages.items === null && error === undefined && <p className="state state-reading">{words.collection.loading}</p>}
      {pages.items !== null && (
        <>
          <p className="places-help" role="status">
            {pages.items.length === 0
              ? facets?.total === 0
                ? words.collection.noneLeft
                : words.collection.noneInView
              : pages.hasMore
                ? fill(words.collection.listedMore, { n: formatNumber(locale, pages.items.length) })
                : plural(locale, incidents, pages.items.length)}
          </p>
          <CrowdList {...list} items={pages.items} onEnd={pages.more} />
        </>
      )}
    </ColumnFrame>
  );
}
