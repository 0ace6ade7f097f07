'use client';
import { useState, type ReactNode } from 'react';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber } from '@/components/ui/messages';
import { ask } from './ask';
import { Feeds } from './Feeds';
import { NameForm } from './NameForm';
import type { LibraryQuery } from './query';
import { useShelves } from './useLibrary';
import { libraryMessages, reasonOf } from './words';

export interface ShelvesProps {
  readonly locale: Locale;
  readonly query: LibraryQuery;
  readonly onChange: (part: Partial<LibraryQuery>) => void;
  /** Something of the library is no longer as it was. */
  readonly onChanged: () => Promise<void>;
}

/** Collections and tags: chosen, made, named anew and removed; and the feeds that articles come from. */
export function Shelves({ locale, query, onChange, onChanged }: ShelvesProps) {
  const { manage } = libraryMessages[locale];
  const { collections, tags, areKnown } = useShelves();
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (work: Promise<unknown>) => {
    try {
      await work;
      setProblem(null);
      setMaking(false);
      await onChanged();
    } catch (error) {
      setProblem(reasonOf(error, locale));
    }
  };
  const tagPath = (tag: string) => `/api/tags/${encodeURIComponent(tag)}`;
  return (
    <aside className="shelves">
      {problem !== null && (
        <p className="state state-failed" role="alert">
          {problem}
        </p>
      )}
      <section>
        <h2>{manage.collections}</h2>
        {areKnown && collections.length === 0 && <p className="places-help">{manage.noneYet}</p>}
        <ul>
          {collections.map(({ id, name, articles }) => (
            <Shelf
              key={id}
              {...{ locale, name, articles }}
              isChosen={query.collection === id}
              onChoose={(isChosen) => onChange({ collection: isChosen ? id : null })}
              onRename={(next) => run(ask(`/api/collections/${id}`, 'PUT', { name: next }))}
              onRemove={() =>
                run(ask(`/api/collections/${id}`, 'DELETE')).then(() => query.collection === id && onChange({ collection: null }))
              }
            >
              <a className="link" href={`/${locale}/library/${id}`}>
                {manage.map}
              </a>
            </Shelf>
          ))}
        </ul>
        {making ? (
          <NameForm
            locale={locale}
            label={manage.new}
            name=""
            onSave={(name) => run(ask('/api/collections', 'POST', { name }))}
            onCancel={() => setMaking(false)}
          />
        ) : (
          <button type="button" className="button" onClick={() => setMaking(true)}>
            {manage.make}
          </button>
        )}
      </section>
      <section>
        <h2>{manage.tags}</h2>
        {areKnown && tags.length === 0 && <p className="places-help">{manage.noTags}</p>}
        <ul>
          {tags.map(({ tag, articles }) => (
            <Shelf
              key={tag}
              {...{ locale, articles }}
              name={tag}
              isChosen={query.tag === tag}
              onChoose={(isChosen) => onChange({ tag: isChosen ? tag : null })}
              onRename={(next) => run(ask(tagPath(tag), 'PUT', { name: next })).then(() => query.tag === tag && onChange({ tag: next }))}
              onRemove={() => run(ask(tagPath(tag), 'DELETE')).then(() => query.tag === tag && onChange({ tag: null }))}
            />
          ))}
        </ul>
      </section>
      <Feeds locale={locale} onChanged={onChanged} />
    </aside>
  );
}

interface ShelfProps {
  readonly locale: Locale;
  readonly name: string;
  readonly articles: number;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onRename: (name: string) => Promise<unknown>;
  readonly onRemove: () => Promise<unknown>;
  readonly children?: ReactNode;
}

function Shelf({ locale, name, articles, isChosen, onChoose, onRename, onRemove, children }: ShelfProps) {
  const { manage, selection } = libraryMessages[locale];
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const act = (what: 'rename' | 'remove', path: string) => (
    <button
      type="button"
      className="shelf-act"
      aria-label={fill(manage[what], { name })}
      title={fill(manage[what], { name })}
      onClick={() => setOpen(what)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
  if (open === 'rename')
    return (
      <li>
        <NameForm
          locale={locale}
          label={fill(manage.rename, { name })}
          name={name}
          onSave={(next) => onRename(next).then(() => setOpen(null))}
          onCancel={() => setOpen(null)}
        />
      </li>
    );
  return (
    <li className="shelf">
      <button type="button" className="shelf-name" aria-pressed={isChosen} onClick={() => onChoose(!isChosen)}>
        <bdi>{name}</bdi> <span className="choice-count">{formatNumber(locale, articles)}</span>
      </button>
      {children}
      {act('rename', 'M3 13l1-3.5L11 2.5l2.5 2.5L6.5 12z')}
      {act('remove', 'M3.5 4.5h9M6.5 4V2.5h3V4M5 4.5l.5 9h5l.5-9')}
      {open === 'remove' && (
        <span className="selection-sure" role="alertdialog" aria-label={fill(manage.remove, { name })}>
          {fill(manage.removeSure, { name })}
          <button type="button" className="button button-danger" onClick={() => void onRemove()}>
            {selection.yes}
          </button>
          <button type="button" className="button" autoFocus onClick={() => setOpen(null)}>
            {selection.no}
          </button>
        </span>
      )}
    </li>
  );
}
