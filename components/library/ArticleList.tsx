'use client';
import type { KeyboardEvent } from 'react';
import { LongList } from '@/components/incidents/LongList';
import { moveByKey } from '@/components/ui/moveByKey';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber, plural } from '@/components/ui/messages';
import { ArticleRow } from './ArticleRow';
import { NO_QUERY, type LibraryQuery } from './query';
import type { Articles } from './useLibrary';
import { libraryMessages, reasonOf } from './words';

export interface ArticleListProps {
  readonly locale: Locale;
  readonly articles: Articles;
  readonly query: LibraryQuery;
  readonly selected: ReadonlySet<string>;
  readonly onSelected: (selected: ReadonlySet<string>) => void;
  readonly onChange: (part: Partial<LibraryQuery>) => void;
}

/** The articles that are asked for, or in words why there are none. */
export function ArticleList({ locale, articles, query, selected, onSelected, onChange }: ArticleListProps) {
  const { list } = libraryMessages[locale];
  const { items, hasMore, error, more, retry } = articles;
  if (error !== undefined)
    return (
      <div className="state state-failed" role="alert">
        <p>{fill(list.failed, { reason: reasonOf(error, locale) })}</p>
        <button type="button" className="button" onClick={() => void retry()}>
          {list.again}
        </button>
      </div>
    );
  if (items === null) return <p className="state state-reading">{list.loading}</p>;
  if (items.length === 0)
    return Object.values(query).some((value) => value !== null) ? (
      <p className="state">{list.none}</p>
    ) : (
      <p className="state">
        <strong>{list.empty}.</strong> {list.emptyHelp}
      </p>
    );
  const select = (id: string, isSelected: boolean) => {
    const next = new Set(selected);
    if (isSelected) next.add(id);
    else next.delete(id);
    onSelected(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
    if (event.code !== 'KeyX' || event.ctrlKey || event.metaKey || event.altKey) return moveByKey(event, 'a.article-row-title');
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.article-row') : null;
    row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  };
  const isAll = items.every(({ id }) => selected.has(id));
  return (
    <section className="article-list" aria-label={list.label} onKeyDown={onKeyDown}>
      <p className="article-list-head">
        <label>
          <input type="checkbox" checked={isAll} onChange={() => onSelected(isAll ? new Set() : new Set(items.map(({ id }) => id)))} />{' '}
          {list.selectAll}
        </label>
        <span role="status">
          {hasMore ? fill(list.loadedMore, { n: formatNumber(locale, items.length) }) : plural(locale, list.loaded, items.length)}
        </span>
        <span className="places-keys">{list.keys}</span>
      </p>
      <LongList
        items={items}
        chosen={null}
        entrySelector="a.article-row-title"
        onLeave={ignore}
        onEnd={more}
        entry={(article) => (
          <ArticleRow
            article={article}
            locale={locale}
            isSelected={selected.has(article.id)}
            onSelect={(isSelected) => select(article.id, isSelected)}
            onTag={(tag) => onChange({ tag })}
            onAlike={() => onChange({ ...NO_QUERY, alike: article.id })}
          />
        )}
      />
    </section>
  );
}

function ignore(): void {}
