'use client';
import { useMemo } from 'react';
import { shortDateWords } from '@/components/incidents/dateWords';
import type { IncidentFilter } from '@/components/incidents/filter';
import { incidentMessages } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber, plural } from '@/components/ui/messages';
import { Brush } from './Brush';
import { Histogram } from './Histogram';
import { PlayControls } from './PlayControls';
import { datesOf, rangeOf } from './range';
import { extentOf, isoOf, type Dated } from './scale';

export interface CountTimelineProps {
  /** How many incidents have each date: all that there are, and those that pass every filter but that of dates. */
  readonly all: readonly Dated[];
  readonly offered: readonly Dated[];
  readonly locale: Locale;
  readonly filter: IncidentFilter;
  readonly onFilter: (part: Partial<IncidentFilter>) => void;
}

/** When it happened, of incidents that are counted and not held: bars, hatched where a date is longer than its bar. A range that is drawn on it holds back the rest. */
export function CountTimeline({ all, offered, locale, filter, onFilter }: CountTimelineProps) {
  const { timeline } = incidentMessages[locale];
  const extent = useMemo(() => extentOf(all), [all]);
  const { from, to } = filter;
  const shown = useMemo(() => offered.filter(({ date }) => isWithin(date, from, to)), [offered, from, to]);
  if (extent === null) return null;
  const range = rangeOf(filter, extent);
  const isRanged = from !== null || to !== null;
  const undated = sumOf(offered.filter(({ date }) => date === null));
  return (
    <section className="timeline" aria-label={timeline.label}>
      <PlayControls locale={locale} play={null} isRanged={isRanged} onReset={() => onFilter({ from: null, to: null })}>
        <span className="timeline-range">{isRanged ? shortDateWords(locale, isoOf(range.from), isoOf(range.to)) : timeline.all}</span>
        <span>{fill(timeline.shown, { shown: formatNumber(locale, sumOf(shown)), all: formatNumber(locale, sumOf(all)) })}</span>
      </PlayControls>
      <p className="visually-hidden">
        {fill(plural(locale, timeline.summary, sumOf(all.filter(({ date }) => date !== null))), {
          range: shortDateWords(locale, isoOf(extent.from), isoOf(extent.to)),
        })}
      </p>
      <Brush extent={extent} range={range} locale={locale} onRange={(days) => onFilter(datesOf(days, extent))}>
        {(size) => <Histogram {...size} incidents={offered} shown={shown} extent={extent} locale={locale} />}
      </Brush>
      {undated > 0 && (
        <div className="timeline-undated">
          <p>{plural(locale, timeline.undated, undated)}</p>
        </div>
      )}
    </section>
  );
}

function isWithin(date: Dated['date'], from: string | null, to: string | null): boolean {
  if (from === null && to === null) return true;
  return date !== null && (to === null || date.start <= to) && (from === null || date.end >= from);
}

function sumOf(dated: readonly Dated[]): number {
  return dated.reduce((sum, { count = 1 }) => sum + count, 0);
}
