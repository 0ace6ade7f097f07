'use client';
import { useMemo, useState } from 'react';
import useSWR from 'swr';
import { INCIDENT_TYPES, slugOf } from '@/components/incidents/types';
import { typeWords } from '@/components/incidents/words';
import { countryName } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber } from '@/components/ui/messages';
import type { Period } from '@/lib/store/queries';
import type { PeriodCount } from '@/lib/store/records';
import { ask } from './ask';
import { CollectionBar } from './CollectionBar';
import { PeriodPlot, periodWords } from './PeriodPlot';
import { cellsBy, NOWHERE, periodsOf, totalsBy } from './summary';
import { libraryMessages, reasonOf } from './words';

const PERIODS: readonly Period[] = ['day', 'week', 'month'];
/** Countries that have a colour of their own; the others are one. */
const MOST_COUNTRIES = 5;
const OTHERS = '*';

/** A collection in numbers: its incidents by day, week or month, by type and by country, as plots and as tables. */
export function Summary({ locale, id, name }: { readonly locale: Locale; readonly id: string; readonly name: string }) {
  const { summary, list, collection } = libraryMessages[locale];
  const [period, setPeriod] = useState<Period>('month');
  const { data, error, mutate } = useSWR<{ counts: readonly PeriodCount[] }, unknown>(
    `/api/counts?period=${period}&collection=${encodeURIComponent(id)}`,
    ask,
    { keepPreviousData: true, shouldRetryOnError: false },
  );
  const counts = data?.counts;
  return (
    <div className="library">
      <CollectionBar locale={locale} id={id} name={name} page="summary" />
      <main className="scroller summary" tabIndex={-1}>
        <p className="incidents-order">
          <span>{summary.period}</span>
          {PERIODS.map((one) => (
            <button key={one} type="button" className="button" aria-pressed={period === one} onClick={() => setPeriod(one)}>
              {summary.periods[one]}
            </button>
          ))}
        </p>
        <p className="places-help">{summary.note}</p>
        {error !== undefined && (
          <div className="state state-failed" role="alert">
            <p>{fill(list.failed, { reason: reasonOf(error, locale) })}</p>
            <button type="button" className="button" onClick={() => void mutate()}>
              {list.again}
            </button>
          </div>
        )}
        {counts === undefined && error === undefined && <p className="state state-reading">{list.loading}</p>}
        {counts?.length === 0 && <p className="state">{collection.empty}.</p>}
        {counts !== undefined && counts.length > 0 && (
          <>
            <Part locale={locale} counts={counts} period={period} by="type" title={summary.byType} />
            <Part locale={locale} counts={counts} period={period} by="country" title={summary.byCountry} />
          </>
        )}
      </main>
    </div>
  );
}

interface PartProps {
  readonly locale: Locale;
  readonly counts: readonly PeriodCount[];
  readonly period: Period;
  readonly by: 'type' | 'country';
  readonly title: string;
}

function Part({ locale, counts, period, by, title }: PartProps) {
  const { summary } = libraryMessages[locale];
  const { totals, keys, cells } = useMemo(() => {
    const all = totalsBy(counts, by);
    const nameOf = (key: string) =>
      key === OTHERS
        ? summary.others
        : by === 'type'
          ? typeWords(locale, key)
          : key === NOWHERE
            ? summary.nowhere
            : (countryName(locale, key) ?? key);
    const own =
      by === 'type'
        ? INCIDENT_TYPES.filter((type) => all.some(({ key }) => key === type))
        : all.slice(0, MOST_COUNTRIES).map(({ key }) => key);
    const isMore = by === 'country' && all.length > MOST_COUNTRIES;
    const shownKeys = [...own, ...(isMore ? [OTHERS] : [])];
    const joined = cellsBy(counts, by).map((cell) => (own.includes(cell.key) || !isMore ? cell : { ...cell, key: OTHERS }));
    return {
      totals: all.map((total) => ({ ...total, name: nameOf(total.key) })),
      keys: shownKeys.map((key) => ({ key, name: nameOf(key), slug: by === 'type' ? colourOf(slugOf(key)) : null })),
      cells: joined,
    };
  }, [counts, by, locale, summary]);
  const number = (n: number) => formatNumber(locale, n);
  return (
    <section className="summary-part">
      <h2>{title}</h2>
      <ul className="plot-key">
        {keys.map(({ key, name, slug }, i) => (
          <li key={key} data-swatch={slug ?? i}>
            {name}
          </li>
        ))}
      </ul>
      <PeriodPlot cells={cells} period={period} keys={keys} label={title} locale={locale} />
      <div className="summary-tables">
        <table>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {(['incidents', 'killed', 'injured'] as const).map((column) => (
                <th key={column} scope="col">
                  {summary[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.map(({ key, name, incidents, killed, injured }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{number(incidents)}</td>
                <td>{number(killed)}</td>
                <td>{number(injured)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <details className="filters">
          <summary>{summary.table}</summary>
          <div className="summary-wide" tabIndex={0} role="group" aria-label={title}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{summary.when[period]}</th>
                  {keys.map(({ key, name }) => (
                    <th key={key} scope="col">
                      {name}
                    </th>
                  ))}
                  <th scope="col">{summary.total}</th>
                </tr>
              </thead>
              <tbody>
                {periodsOf(cells).map((first) => {
                  const own = cells.filter((cell) => cell.period === first);
                  const sum = (key: string | null) =>
                    own.filter((cell) => key === null || cell.key === key).reduce((n, cell) => n + cell.incidents, 0);
                  return (
                    <tr key={first}>
                      <th scope="row">{first === null ? summary.undated : periodWords(locale, period, first)}</th>
                      {keys.map(({ key }) => (
                        <td key={key}>{number(sum(key))}</td>
                      ))}
                      <td>{number(sum(null))}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </details>
      </div>
    </section>
  );
}

/** Riots have the colour of protests: apart by their glyph on the map, by their name here. */
function colourOf(slug: string): string {
  return slug === 'riots' ? 'protests' : slug;
}
