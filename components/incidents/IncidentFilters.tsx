'use client';
import { useMemo, useState, type ReactNode } from 'react';
import { directionOf, type Locale } from '@/components/ui/locale';
import { fill, formatNumber } from '@/components/ui/messages';
import type { MapIncident } from '@/lib/types';
import { facetsOf, isFiltering, type Facet, type Facets, type IncidentFilter } from './filter';
import { IncidentGlyph } from './IncidentGlyph';
import { typeOfSlug } from './types';
import { incidentMessages, typeWords } from './words';

export interface IncidentFiltersProps extends Omit<FacetFiltersProps, 'facets'> {
  readonly incidents: readonly MapIncident[];
}

export interface FacetFiltersProps {
  readonly facets: Facets;
  readonly filter: IncidentFilter;
  /** The article's: actors are named in it. */
  readonly language: string;
  readonly locale: Locale;
  readonly onFilter: (part: Partial<IncidentFilter>) => void;
}

/** What chooses among the incidents: type, status, actor and date, each value with the number that it would show. */
export function IncidentFilters({ incidents, ...props }: IncidentFiltersProps) {
  const facets = useMemo(() => facetsOf(incidents, props.filter), [incidents, props.filter]);
  return <FacetFilters {...props} facets={facets} />;
}

/** The same, of what was counted elsewhere. */
export function FacetFilters({ facets: { types, statuses, actors }, filter, language, locale, onFilter }: FacetFiltersProps) {
  const { filters, statusShort } = incidentMessages[locale];
  return (
    <details className="filters" open={isFiltering(filter) || undefined}>
      <summary>{filters.title}</summary>
      <Choices title={filters.type} facets={types} locale={locale} onChoose={(chosen) => onFilter({ types: chosen })}>
        {(slug) => {
          const type = typeOfSlug(slug) ?? slug;
          return (
            <>
              <IncidentGlyph type={type} status="reported" /> {typeWords(locale, type)}
            </>
          );
        }}
      </Choices>
      <Choices title={filters.status} facets={statuses} locale={locale} onChoose={(chosen) => onFilter({ statuses: chosen })}>
        {(status) => (
          <>
            <IncidentGlyph type="" status={status} /> {statusShort[status]}
          </>
        )}
      </Choices>
      {actors.length > 0 && (
        <Choices title={filters.actor} facets={actors} locale={locale} onChoose={(chosen) => onFilter({ actors: chosen })}>
          {(name) => (
            <bdi lang={language} dir={directionOf(language)}>
              {name}
            </bdi>
          )}
        </Choices>
      )}
      <fieldset className="filters-dates">
        <legend>{filters.date}</legend>
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span>{filters[end]}</span>
            <input
              type="date"
              value={filter[end] ?? ''}
              onChange={({ currentTarget }) => onFilter({ [end]: currentTarget.value || null })}
            />
          </label>
        ))}
      </fieldset>
    </details>
  );
}

interface ChoicesProps<T extends string> {
  readonly title: string;
  readonly facets: readonly Facet<T>[];
  readonly locale: Locale;
  readonly onChoose: (chosen: readonly T[]) => void;
  readonly children: (value: T) => ReactNode;
}

/** Values that are offered at once: of more, the commonest, and what is chosen. */
const MOST_OFFERED = 12;

function Choices<T extends string>({ title, facets, locale, onChoose, children }: ChoicesProps<T>) {
  const [all, setAll] = useState(false);
  const commonest = new Set([...facets].sort((a, b) => b.count - a.count).slice(0, all ? facets.length : MOST_OFFERED));
  const offered = facets.filter((facet) => facet.chosen || commonest.has(facet));
  const chosen = facets.filter((facet) => facet.chosen).map(({ value }) => value);
  return (
    <fieldset>
      <legend>{title}</legend>
      <ul>
        {offered.map(({ value, count, chosen: isChosen }) => (
          <li key={value}>
            <label className="choice" data-empty={count === 0 || undefined}>
              <input
                type="checkbox"
                checked={isChosen}
                onChange={() => onChoose(isChosen ? chosen.filter((other) => other !== value) : [...chosen, value])}
              />
              <span className="choice-name">{children(value)}</span>
              <span className="choice-count">{formatNumber(locale, count)}</span>
            </label>
          </li>
        ))}
        {offered.length < facets.length && (
          <li>
            <button type="button" className="link" onClick={() => setAll(true)}>
              {fill(incidentMessages[locale].filters.more, { n: formatNumber(locale, facets.length - offered.length) })}
            </button>
          </li>
        )}
      </ul>
    </fieldset>
  );
}
