import type { Locale } from '@/components/ui/locale';
import { isFiltering, NO_FILTER, type IncidentFilter } from '@/components/incidents/filter';
import { filterParams } from './filterParams';
import { LibraryBar } from './LibraryBar';

import { libraryMessages } from './words';

export interface CollectionBarProps {
  readonly locale: Locale;
  readonly id: string;
  readonly name: string;
  readonly page: 'map' | 'summary';
  /** What of its incidents is shown; left out, all are. */
  readonly filter?: IncidentFilter;
}

const FORMATS = ['geojson', 'incidents-csv', 'csv'] as const;

/** The bar of a collection's pages: its map, its summary, its articles, and it as a file. */
export function CollectionBar({ locale, id, name, page, filter = NO_FILTER }: CollectionBarProps) {
  const { manage, collection, bar, export: files } = libraryMessages[locale];
  const path = `/library/${id}`;
  return (
    <LibraryBar locale={locale} title={<bdi>{name}</bdi>} path={page === 'map' ? path : `${path}/summary`}>
      <nav className="collection-nav" aria-label={collection.views}>
        <a className="bar-link" href={`/${locale}${path}`} aria-current={page === 'map' ? 'page' : undefined}>
          {manage.map}
        </a>
        <a className="bar-link" href={`/${locale}${path}/summary`} aria-current={page === 'summary' ? 'page' : undefined}>
          {collection.summary}
        </a>
        <a className="bar-link" href={`/${locale}/library?collection=${id}`}>
          {collection.articles}
        </a>
        <button type="button" className="button" popoverTarget="collection-export">
          {collection.export}
        </button>
        <div id="collection-export" className="collection-export" popover="auto">
          <h2>{files.title}</h2>
          {isFiltering(filter) && <p className="places-help">{files.filtered}</p>}
          <ul>
            {FORMATS.map((format) => (
              <li key={format}>
                <a className="link" href={`/api/collections/${id}/export?${filterParams(filter, { format, locale })}`} download>
                  {files[format]}
                </a>
              </li>
            ))}
          </ul>
        </div>
        <a className="bar-link" href={`/${locale}/library`}>
          {bar.library}
        </a>
      </nav>
    </LibraryBar>
  );
}
