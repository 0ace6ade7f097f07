'use client';
import { useState } from 'react';
import { BESIDE, useMediaQuery } from '@/components/ui/useMediaQuery';
import type { Locale } from '@/components/ui/locale';
import { ArticleList } from './ArticleList';
import { LibraryBar } from './LibraryBar';
import { LibrarySearch } from './LibrarySearch';
import { formatLibraryQuery } from './query';
import { SelectionBar } from './SelectionBar';
import { Shelves } from './Shelves';
import { useArticles, useLibraryQuery, useRefresh } from './useLibrary';
import { libraryMessages } from './words';

const NONE: ReadonlySet<string> = new Set();

/** The library: every saved article, found by what it says and by what people made of it. */
export function Library({ locale }: { readonly locale: Locale }) {
  const { query, change } = useLibraryQuery();
  const articles = useArticles(query);
  const [selected, setSelected] = useState(NONE);
  const refresh = useRefresh(articles);
  const asked = formatLibraryQuery(query);
  const isBeside = useMediaQuery(BESIDE);
  const shelves = <Shelves locale={locale} query={query} onChange={change} onChanged={refresh} />;
  const { manage } = libraryMessages[locale];
  return (
    <div className="library">
      <LibraryBar locale={locale} title={libraryMessages[locale].title} path={`/library${asked === '' ? '' : `?${asked}`}`} />
      <div className="library-main">
        {isBeside && shelves}
        <main className="library-articles scroller" tabIndex={-1}>
          {!isBeside && (
            <details className="filters">
              <summary>{manage.shelves}</summary>
              {shelves}
            </details>
          )}
          <LibrarySearch locale={locale} query={query} onChange={change} />
          {selected.size > 0 && (
            <SelectionBar
              locale={locale}
              selected={selected}
              collection={query.collection}
              onChanged={refresh}
              onClear={() => setSelected(NONE)}
            />
          )}
          <ArticleList {...{ locale, articles, query, selected }} onSelected={setSelected} onChange={change} />
        </main>
      </div>
    </div>
  );
}
