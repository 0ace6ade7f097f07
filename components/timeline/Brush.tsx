import type { ReactNode } from 'react';
import { dateWords } from '@/components/incidents/dateWords';
import { incidentMessages } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import { Axis } from './Axis';
import { isoOf, partOf, type Days } from './scale';
import { useBrush, type End } from './useBrush';
import { useSize } from './useSize';

/** Pixels of the height that are not for rows. */
const AXIS_HEIGHT = 27;

export interface BrushProps {
  readonly extent: Days;
  readonly range: Days;
  readonly onRange: (range: Days) => void;
  readonly locale: Locale;
  /** Something was pressed that shows no days of its own. */
  readonly onPress?: (target: EventTarget) => void;
  /** What the pointer is on; null when it leaves. */
  readonly onOver?: (target: EventTarget | null) => void;
  /** What lies on the days, drawn for a size in pixels. */
  readonly children: (size: { readonly width: number; readonly height: number }) => ReactNode;
}

/**
 * The days, and a range of them that is drawn with the pointer or moved by its two ends, which are sliders. It runs in the
 * direction of reading: from right to left in Arabic. A press on what stands for some days (`data-timeline-days`) chooses them.
 */
export function Brush({ extent, range: chosen, onRange, locale, onPress, onOver, children }: BrushProps) {
  const { timeline } = incidentMessages[locale];
  const { ref, width, height: all } = useSize<HTMLDivElement>();
  const { range, track, onKeyDown } = useBrush(chosen, extent, onRange);
  const [from, to] = [partOf(range.from, extent) * 100, partOf(range.to + 1, extent) * 100];
  const isRanged = range.from > extent.from || range.to < extent.to;
  const height = all - AXIS_HEIGHT;
  const handle = (end: End, at: number) => (
    <div
      className="timeline-handle"
      role="slider"
      tabIndex={0}
      data-end={end}
      aria-label={timeline[end]}
      aria-valuemin={extent.from}
      aria-valuemax={extent.to}
      aria-valuenow={range[end]}
      aria-valuetext={dateWords(locale, isoOf(range[end]), isoOf(range[end]))}
      style={{ insetInlineStart: `${at}%` }}
      onKeyDown={(event) => onKeyDown(end, event)}
    />
  );
  return (
    <div
      ref={ref}
      className="timeline-track"
      data-ranged={isRanged}
      {...track}
      onClick={({ target }) => {
        const days = daysUnder(target);
        if (days === null) onPress?.(target);
        else onRange(days);
      }}
      onPointerOver={({ target }) => onOver?.(target)}
      onPointerLeave={() => onOver?.(null)}
    >
      <Axis extent={extent} width={width} locale={locale} />
      <div className="timeline-window" style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }} />
      {width > 0 && (
        <div className="timeline-rows" aria-hidden="true" style={{ blockSize: `${height}px` }}>
          {children({ width, height })}
        </div>
      )}
      {handle('from', from)}
      {handle('to', to)}
    </div>
  );
}

/** The days of a bar or of a stack. */
function daysUnder(target: EventTarget): Days | null {
  const days = target instanceof Element ? target.closest('[data-timeline-days]')?.getAttribute('data-timeline-days') : null;
  const [from, to] = (days ?? '').split(' ').map(Number);
  return from === undefined || to === undefined || days === null ? null : { from, to };
}
