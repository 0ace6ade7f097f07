import { useMemo } from 'react';
import { dateWords } from '@/components/incidents/dateWords';
import { incidentMessages } from '@/components/incidents/words';
import type { Selection } from '@/components/map/selection';
import type { Locale } from '@/components/ui/locale';
import type { MapIncident } from '@/lib/types';
import { Axis } from './Axis';
import { isoOf, layOut, partOf, type Days } from './scale';
import { TimelineMark } from './TimelineMark';
import { useBrush, type End } from './useBrush';
import { useSize } from './useSize';

/** Pixels: how narrow a mark may be, and how much of the height is not for rows. */
const LEAST = 18;
const AXIS_HEIGHT = 27;
/** Rows are not put closer than this. */
const LEAST_ROW_HEIGHT = 12;
const MOST_ROW_HEIGHT = 20;

export interface TrackProps {
  readonly incidents: readonly MapIncident[];
  readonly shown: readonly MapIncident[];
  readonly extent: Days;
  readonly range: Days;
  readonly onRange: (range: Days) => void;
  readonly locale: Locale;
  readonly chosen: string | null;
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (id: string | null) => void;
}

/**
 * The days with their incidents. It runs in the direction of reading: from right to left in Arabic.
 * The marks are for the pointer; the list of incidents is their equal for the keyboard, and the two ends of the range are sliders.
 */
export function Track({
  incidents,
  shown,
  extent,
  range: chosenRange,
  onRange,
  locale,
  chosen,
  highlight,
  onSelect,
  onHighlight,
}: TrackProps) {
  const { timeline } = incidentMessages[locale];
  const { ref, width, height } = useSize<HTMLDivElement>();
  const rowsHeight = height - AXIS_HEIGHT;
  const mostRows = Math.max(1, Math.floor(rowsHeight / LEAST_ROW_HEIGHT));
  const { range, track, onKeyDown } = useBrush(chosenRange, extent, onRange);
  const laid = useMemo(() => layOut(incidents, extent, width, LEAST, mostRows), [incidents, extent, width, mostRows]);
  const rows = Math.max(1, ...laid.map(({ lane }) => lane + 1));
  const rowHeight = Math.min(MOST_ROW_HEIGHT, rowsHeight / rows);
  const [from, to] = [partOf(range.from, extent) * 100, partOf(range.to + 1, extent) * 100];
  const isRanged = range.from > extent.from || range.to < extent.to;
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
        const id = idUnder(target);
        if (id !== null) onSelect({ incidentId: id, mention: 0 });
      }}
      onPointerOver={({ target }) => onHighlight(idUnder(target))}
      onPointerLeave={() => onHighlight(null)}
    >
      <Axis extent={extent} width={width} locale={locale} />
      <div className="timeline-window" style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }} />
      {width > 0 && (
        <div className="timeline-rows" aria-hidden="true" style={{ blockSize: `${rowsHeight}px` }}>
          {laid.map(({ incident, start, width: length, lane }) => (
            <TimelineMark
              key={incident.id}
              incident={incident}
              state={incident.id === chosen ? 'selected' : incident.id === highlight ? 'lit' : ''}
              isShown={shown.includes(incident) || shown.some(({ id }) => id === incident.id)}
              locale={locale}
              style={{
                insetInlineStart: `${start}px`,
                inlineSize: `${length}px`,
                insetBlockStart: `${lane * rowHeight + (rowsHeight - rows * rowHeight) / 2}px`,
                blockSize: `${rowHeight}px`,
              }}
            />
          ))}
        </div>
      )}
      {handle('from', from)}
      {handle('to', to)}
    </div>
  );
}

function idUnder(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-timeline-id]')?.getAttribute('data-timeline-id') ?? null) : null;
}
