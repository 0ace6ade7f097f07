'use client';
import useSWR from 'swr';
import type { IncidentFilter } from '@/components/incidents/filter';
import { IncidentGlyph } from '@/components/incidents/IncidentGlyph';
import { INCIDENT_TYPES, slugOf } from '@/components/incidents/types';
import { incidentMessages, typeWords } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber } from '@/components/ui/messages';
import type { PeriodCount } from '@/lib/store/records';
import { ask } from './ask';
import { filterParams } from './useEvents';
import { libraryMessages } from './words';

export interface CrowdPanelProps {
  readonly locale: Locale;
  readonly collection: string;
  readonly reports: number;
  readonly filter: IncidentFilter;
  readonly onFilter: (part: Partial<IncidentFilter>) => void;
}

/** What stands beside a crowd's map: how many there are, and what makes them fewer. */
export function CrowdPanel({ locale, collection, reports, filter, onFilter }: CrowdPanelProps) {
  const { filters } = incidentMessages[locale];
  const words = libraryMessages[locale].collection;
  const asked = `/api/counts?period=month&${filterParams({ ...filter, types: [] }, { collection })}`;
  const { data } = useSWR<{ counts: readonly PeriodCount[] }, unknown>(asked, ask, { keepPreviousData: true });
  const counts = new Map<string, number>();
  for (const { type, incidents } of data?.counts ?? []) counts.set(type, (counts.get(type) ?? 0) + incidents);
  const toggle = (slug: string) =>
    onFilter({ types: filter.types.includes(slug) ? filter.types.filter((one) => one !== slug) : [...filter.types, slug] });
  return (
    <>
      <p className="state" role="status">
        {fill(words.crowd, { n: formatNumber(locale, reports) })}
      </p>
      <details className="filters" open>
        <summary>{filters.title}</summary>
        <fieldset>
          <legend>{filters.type}</legend>
          <ul>
            {INCIDENT_TYPES.filter((type) => counts.has(type)).map((type) => (
              <li key={type}>
                <label className="choice">
                  <input type="checkbox" checked={filter.types.includes(slugOf(type))} onChange={() => toggle(slugOf(type))} />
                  <span className="choice-name">
                    <IncidentGlyph type={type} status="reported" /> {typeWords(locale, type)}
                  </span>
                  <span className="choice-count">{formatNumber(locale, counts.get(type) ?? 0)}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
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
    </>
  );
}
