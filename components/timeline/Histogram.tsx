import { useMemo } from 'react';
import { shortDateWords } from '@/components/incidents/dateWords';
import { plural, messages } from '@/components/ui/messages';
import type { Locale } from '@/components/ui/locale';
import { binsOf } from './bins';
import { isoOf, partOf, type Dated, type Days } from './scale';

/** Pixels: how narrow a bar may be, and how high one that is not empty is at least. */
const LEAST = 9;
const LOWEST = 2;

export interface HistogramProps {
  /** All that are offered, drawn faintly, and in front those that are shown. */
  readonly incidents: readonly Dated[];
  readonly shown: readonly Dated[];
  readonly extent: Days;
  readonly width: number;
  readonly height: number;
  readonly locale: Locale;
}

/** Incidents in their hundreds, counted by day, week, month or year. What is dated less exactly than that is hatched, its share on each. */
export function Histogram({ incidents, shown, extent, width, height, locale }: HistogramProps) {
  const bins = useMemo(() => binsOf(incidents, extent, width, LEAST), [incidents, extent, width]);
  const front = useMemo(() => binsOf(shown, extent, width, LEAST), [shown, extent, width]);
  const most = Math.max(1, ...bins.map(({ sure, unsure }) => sure + unsure));
  const pixels = (count: number): number => (count === 0 ? 0 : Math.max(LOWEST, (count / most) * height));
  return bins.map(({ from, to, sure, unsure }, i) => {
    const count = sure + unsure;
    if (count === 0) return null;
    const part = front[i] ?? { sure: 0, unsure: 0 };
    const left = partOf(from, extent);
    const words = `${shortDateWords(locale, isoOf(from), isoOf(to))}: ${plural(locale, messages[locale].desk.found.incidents, Math.round(count))}`;
    return (
      <span
        key={from}
        className="timeline-bin"
        data-timeline-days={`${from} ${to}`}
        title={words}
        style={{ insetInlineStart: `${left * 100}%`, inlineSize: `${(partOf(to + 1, extent) - left) * 100}%` }}
      >
        <i style={{ blockSize: `${pixels(count)}px` }} />
        <i data-part="shown" style={{ blockSize: `${pixels(part.sure + part.unsure)}px` }} />
        <i data-part="unsure" style={{ insetBlockEnd: `${pixels(part.sure)}px`, blockSize: `${pixels(part.unsure)}px` }} />
      </span>
    );
  });
}
