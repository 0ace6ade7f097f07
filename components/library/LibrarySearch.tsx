'use client';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import useSWR from 'swr';
import { INCIDENT_TYPES } from '@/components/incidents/types';
import { typeWords } from '@/components/incidents/words';
import { useGazetteer } from '@/components/review/gazetteer';
import { countryName } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import { useMediaQuery } from '@/components/ui/useMediaQuery';
import type { PlaceAnswer } from '@/lib/api/gazetteer-request';
import { ask } from './ask';
import { countriesOf } from './countries';
import { NO_QUERY, type Field, type LibraryQuery } from './query';
import { useShelves } from './useLibrary';
import { libraryMessages } from './words';

export interface LibrarySearchProps {
  readonly locale: Locale;
  readonly query: LibraryQuery;
  readonly onChange: (part: Partial<LibraryQuery>) => void;
}

/** Milliseconds that typing rests before the library is asked. */
const REST_MS = 250;

/** What chooses among the articles: words, and below them everything else. */
export function LibrarySearch({ locale, query, onChange }: LibrarySearchProps) {
  const { search } = libraryMessages[locale];
  const { collections, tags, sources } = useShelves();
  // The server's CLDR has other names than the browser's: they are written once there is a browser.
  const isThere = useMediaQuery('all');
  const countries = useMemo(() => (isThere ? countriesOf(locale) : []), [isThere, locale]);
  const isFiltering = Object.entries(query).some(([field, value]) => field !== 'q' && value !== null);
  const choice = (field: Field, label: string, options: readonly (readonly [value: string, words: string])[]) => (
    <label>
      <span>{label}</span>
      <select value={query[field] ?? ''} onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value || null })}>
        <option value="">{search.any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <search className="library-search">
      <Words
        key={query.q === null ? 'none' : 'some'}
        label={search.label}
        hint={search.hint}
        value={query.q}
        onChange={(q) => onChange({ q })}
      />
      <details className="filters" open={isFiltering || undefined}>
        <summary>{search.filters}</summary>
        <div className="library-filters">
          {choice('language', search.language, Object.entries(search.languages))}
          {choice(
            'type',
            search.type,
            INCIDENT_TYPES.map((type) => [type, typeWords(locale, type)]),
          )}
          {choice(
            'country',
            search.country,
            countries.map(({ code, name }) => [code, name]),
          )}
          <PlaceField key={query.place} locale={locale} place={query.place} onChange={(place) => onChange({ place })} />
          {choice(
            'source',
            search.source,
            withChosen(
              sources.map(({ source }) => source),
              query.source,
            ),
          )}
          {choice(
            'tag',
            search.tag,
            withChosen(
              tags.map(({ tag }) => tag),
              query.tag,
            ),
          )}
          {choice(
            'collection',
            search.collection,
            collections.map(({ id, name }) => [id, name]),
          )}
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              <span>{search[end]}</span>
              <input
                type="date"
                value={query[end] ?? ''}
                onChange={({ currentTarget }) => onChange({ [end]: currentTarget.value || null })}
              />
            </label>
          ))}
        </div>
      </details>
      {(isFiltering || query.q !== null) && (
        <button type="button" className="link" onClick={() => onChange(NO_QUERY)}>
          {search.clear}
        </button>
      )}
    </search>
  );
}

/** What the address asks for is offered, too, where it is no longer there. */
function withChosen(values: readonly string[], chosen: string | null): [string, string][] {
  const all = chosen === null || values.includes(chosen) ? values : [chosen, ...values];
  return all.map((value) => [value, value]);
}

interface WordsProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Takes words, and says so once the typing rests. */
function Words({ label, hint, value, onChange }: WordsProps) {
  const [typed, setTyped] = useState(value ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <input
      type="search"
      className="library-words"
      dir="auto"
      aria-label={label}
      placeholder={hint}
      value={typed}
      maxLength={200}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value;
        setTyped(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onChange(next.trim() === '' ? null : next), REST_MS);
      }}
    />
  );
}

/** A place of the gazetteer, by its name in either script. */
function PlaceField({
  locale,
  place,
  onChange,
}: {
  readonly locale: Locale;
  readonly place: string | null;
  readonly onChange: (place: string | null) => void;
}) {
  const { search } = libraryMessages[locale];
  const list = useId();
  const { data } = useSWR<PlaceAnswer, unknown>(place && `/api/gazetteer?id=${encodeURIComponent(place)}`, ask<PlaceAnswer>);
  const [typed, setTyped] = useState<string | null>(null);
  const { places } = useGazetteer(typed ?? '', locale);
  const options = places.map((one) => ({
    id: one.id,
    words: [one.name, one.admin1?.[locale] ?? one.admin1?.en, countryName(locale, one.countryCode)]
      .filter(Boolean)
      .join(locale === 'ar' ? '، ' : ', '),
  }));
  const chosen = data?.place.names[locale] ?? data?.place.names.en ?? place ?? '';
  return (
    <label>
      <span>{search.place}</span>
      <input
        type="text"
        list={list}
        dir="auto"
        placeholder={search.placeHint}
        value={typed ?? chosen}
        onChange={({ currentTarget }) => {
          const found = options.find(({ words }) => words === currentTarget.value);
          if (found) onChange(found.id);
          else if (currentTarget.value === '') onChange(null);
          setTyped(currentTarget.value);
        }}
      />
      <datalist id={list}>
        {options.map(({ id, words }) => (
          <option key={id} value={words} />
        ))}
      </datalist>
    </label>
  );
}
