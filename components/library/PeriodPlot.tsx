'use client';
import { useEffect, useRef } from 'react';
import type { Locale } from '@/components/ui/locale';
import { directionOf } from '@/components/ui/locale';
import { formatNumber } from '@/components/ui/messages';
import type { Period } from '@/lib/store/queries';
import type { Cell } from './summary';

export interface PeriodPlotProps {
  readonly cells: readonly Cell[];
  readonly period: Period;
  /** In the order of the stack, with what each is called. */
  readonly keys: readonly { readonly key: string; readonly name: string; readonly slug: string | null }[];
  readonly label: string;
  readonly locale: Locale;
}

const HEIGHT = 220;
const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 30 };
/** Of a longer time, ticks name the year. */
const YEARLY = 300;
const NEUTRALS = [
  '--incident-protests',
  '--incident-explosions',
  '--incident-disaster',
  '--incident-battles',
  '--incident-accident',
  '--incident-strategic',
];

/** Incidents in each period as stacked bars, drawn by Observable Plot. The table beside it says the same in numbers. */
export function PeriodPlot({ cells, period, keys, label, locale }: PeriodPlotProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = holder.current;
    if (!box) return;
    let isWanted = true;
    const draw = async () => {
      const Plot = await import('@observablehq/plot');
      if (!isWanted) return;
      const names = new Map(keys.map(({ key, name }) => [key, name]));
      const data = cells.flatMap((cell) => (cell.period === null ? [] : [{ x: new Date(cell.period), y: cell.incidents, fill: cell.key }]));
      const rtl = directionOf(locale) === 'rtl';
      const width = Math.max(280, box.clientWidth);
      const days = data.map(({ x }) => x.getTime() / DAY_MS);
      const spanDays = Math.max(...days) - Math.min(...days) + 1;
      // Between bars of a pixel there is no room for a gap.
      const gap = (width * DAYS[period]) / spanDays > 5 ? 1 : 0;
      const svg = Plot.plot({
        // A document of its own: Plot writes a style element, which the page's content policy would refuse.
        document: document.implementation.createHTMLDocument(''),
        width,
        height: HEIGHT,
        marginTop: 12,
        x: {
          type: 'utc',
          reverse: rtl,
          label: null,
          interval: period,
          tickFormat: (date: Date) => periodWords(locale, spanDays > YEARLY ? 'month' : period, date.toISOString().slice(0, 10), true),
        },
        y: {
          label: null,
          grid: true,
          axis: rtl ? 'right' : 'left',
          tickFormat: (n: number) => (Number.isInteger(n) ? formatNumber(locale, n) : ''),
        },
        color: {
          domain: keys.map(({ key }) => key),
          range: keys.map(({ slug }, i) => `var(${slug === null ? NEUTRALS[i % NEUTRALS.length] : `--incident-${slug}`})`),
        },
        marks: [
          Plot.rectY(data, {
            x: 'x',
            y: 'y',
            fill: 'fill',
            interval: period,
            insetLeft: gap / 2,
            insetRight: gap / 2,
            title: ({ x, y, fill }: (typeof data)[number]) =>
              `${periodWords(locale, period, x.toISOString().slice(0, 10))}, ${names.get(fill) ?? fill}: ${formatNumber(locale, y)}`,
            order: keys.map(({ key }) => key),
          }),
          Plot.ruleY([0]),
        ],
      });
      svg.querySelectorAll('style').forEach((style) => style.remove());
      // The picture has one name; its groups may have none of their own.
      svg.querySelectorAll<SVGElement>('[aria-label]').forEach((part) => {
        part.dataset['part'] = part.getAttribute('aria-label') ?? '';
        part.removeAttribute('aria-label');
      });
      box.replaceChildren(document.adoptNode(svg));
    };
    void draw();
    const resized = new ResizeObserver(() => void draw());
    resized.observe(box);
    return () => {
      isWanted = false;
      resized.disconnect();
    };
  }, [cells, period, keys, locale]);
  return <div ref={holder} className="plot" role="img" aria-label={label} />;
}

/** "August 2024", "5 August 2024"; short: "Aug 2024", "5 Aug". */
export function periodWords(locale: Locale, period: Period, iso: string, isShort = false): string {
  const month = isShort ? 'short' : 'long';
  const options: Intl.DateTimeFormatOptions =
    period === 'month'
      ? { month, year: 'numeric', timeZone: 'UTC' }
      : { day: 'numeric', month, ...(isShort ? {} : { year: 'numeric' }), timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale === 'ar' ? 'ar-u-nu-latn' : 'en-GB', options).format(new Date(iso));
}
