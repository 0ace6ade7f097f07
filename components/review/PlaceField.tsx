import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { placeName } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import type { ChosenPlace } from '@/lib/review/corrections';
import type { ArticleMap, MapIncident, Span } from '@/lib/types';
import { candidatesFound, type Candidate } from './candidates';
import { whereWords } from './CandidateList';
import { askPlace, useGazetteer } from './gazetteer';
import { reviewMessages } from './words';

export interface PlaceFieldProps {
  readonly incident: MapIncident;
  readonly map: ArticleMap;
  readonly search: boolean;
  /** The place that was looked for and chosen. */
  readonly found: ChosenPlace | null;
  readonly locale: Locale;
  readonly onFound: (place: ChosenPlace | null) => void;
}

/** Where: one of the article's places, or, where it may be looked for, any place of the gazetteer. */
export function PlaceField({ incident, map, search, found, locale, onFound }: PlaceFieldProps) {
  const { edit } = reviewMessages[locale];
  const [value, setValue] = useState(incident.placeId ?? (search ? toldPlace(incident, map) : null) ?? '');
  const known = map.features.some(({ id }) => id === found?.id);
  return (
    <>
      <Field label={edit.place}>
        <select
          id="review-place"
          name={found && !known ? undefined : 'placeId'}
          value={found?.id ?? value}
          onChange={(event) => {
            onFound(null);
            setValue(event.currentTarget.value);
          }}
        >
          <option value="">{edit.noPlace}</option>
          {found && !known && <option value={found.id}>{found.names[locale] ?? found.names.en}</option>}
          {map.features.map(({ id, properties }) => (
            <option key={id} value={id}>
              {placeName(locale, properties)}
            </option>
          ))}
        </select>
      </Field>
      {search && <Search locale={locale} onFound={onFound} />}
    </>
  );
}

/** The first place that is named where the incident is told. */
function toldPlace({ evidence }: MapIncident, { features }: ArticleMap): string | null {
  const named = ({ start, end }: Span) => evidence.some((quote) => quote.start <= start && end <= quote.end);
  return features.find(({ properties }) => properties.role === 'literal' && properties.mentions.some(named))?.id ?? null;
}

/** A field of a form with its name. */
export function Field({
  label,
  wide = false,
  children,
}: {
  readonly label: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <label data-wide={wide || undefined}>
      <span>{label}</span>
      {children}
    </label>
  );
}

/** As many as a form has room for. */
const MOST = 5;

/** Enter and the arrow down lead to what was found; choosing one leads back to the place's field. */
function Search({ locale, onFound }: Pick<PlaceFieldProps, 'locale' | 'onFound'>) {
  const words = reviewMessages[locale];
  const [query, setQuery] = useState('');
  const [missed, setMissed] = useState(false);
  const { places, loading, failed } = useGazetteer(query, locale);
  const shown = query.trim() === '' || loading ? [] : candidatesFound(places, locale).slice(0, MOST);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    document.querySelector<HTMLElement>('.review-found button')?.focus();
  };
  const choose = ({ id }: Candidate) =>
    askPlace(id, undefined).then(
      (place) => {
        onFound(place);
        setQuery('');
        document.getElementById('review-place')?.focus();
      },
      () => setMissed(true),
    );
  const said = failed ? words.searchFailed : missed ? words.placeFailed : loading ? words.searching : null;
  const nothing = query.trim() !== '' && !loading && !failed && shown.length === 0;
  return (
    <>
      <Field label={words.edit.placeSearch}>
        <input
          type="text"
          id="review-place-search"
          value={query}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setMissed(false);
          }}
          onKeyDown={press}
        />
      </Field>
      <div className="review-found" data-wide role="status">
        {said ?? (nothing && words.noCandidates)}
        {shown.length > 0 && (
          <ul aria-label={words.edit.placesFound}>
            {shown.map((candidate) => (
              <li key={candidate.id}>
                <button type="button" className="button" onClick={() => void choose(candidate)}>
                  <bdi>{candidate.name}</bdi>
                  <span className="review-quiet"> {whereWords(locale, candidate)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
