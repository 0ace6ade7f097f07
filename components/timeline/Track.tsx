import { useMemo } from 'react';
import { dateWords } from '@/components/incidents/dateWords';
import { incidentMessages } from '@/components/incidents/words';
import type { Selection } from '@/components/map/selection';
import type { Locale } from '@/components/ui/locale';
import type { MapIncident } from '@/lib/types';
import { Axis } from './Axis';
import { Histogram } from './Histogram';
import { layOut, type Laid } from './lay-out';
import { isoOf, partOf, type Days } from './scale';
import { idUnder, TimelineMark } from './TimelineMark';
import { TimelineStack } from './TimelineStack';
import { useBrush, type End } from './useBrush';
import { useSize } from './useSize';

/** Pixels: how narrow a mark may be, where there is room and where there is little, and how much of the height is not for rows. */
const LEAST = 18;
const LEAST_IN_CROWD = 13;
const AXIS_HEIGHT = 27;
/** Rows are not put closer than this. */
const LEAST_ROW_HEIGHT = 12;
const MOST_ROW_HEIGHT = 20;
/** Incidents that are laid out each for itself at most: more are counted by their days. */
const MOST_MARKS = 80;

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
  const isCounted = incidents.length > MOST_MARKS;
  const single = useMemo(() => (isCounted ? incidents.filter(({ id }) => id === chosen) : incidents), [isCounted, incidents, chosen]);
  const laid = useMemo(() => layOutWell(single, extent, width, mostRows), [single, extent, width, mostRows]);
  const shownIds = useMemo(() => new Set(shown.map(({ id }) => id)), [shown]);
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
        const days = daysUnder(target);
        if (id !== null) onSelect({ incidentId: id, mention: 0 });
        else if (days !== null) onRange(days);
      }}
      onPointerOver={({ target }) => onHighlight(idUnder(target))}
      onPointerLeave={() => onHighlight(null)}
    >
      <Axis extent={extent} width={width} locale={locale} />
      <div className="timeline-window" style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }} />
      {width > 0 && (
        <div className="timeline-rows" aria-hidden="true" style={{ blockSize: `${rowsHeight}px` }}>
          {isCounted && <Histogram {...{ incidents, shown, extent, width, locale }} height={rowsHeight} />}
          {laid.map((one) => {
            const style = {
              insetInlineStart: `${one.start}px`,
              inlineSize: `${one.width}px`,
              insetBlockStart: `${one.lane * rowHeight + (rowsHeight - rows * rowHeight) / 2}px`,
              blockSize: `${rowHeight}px`,
            };
            const [incident] = one.incidents;
            if (one.incidents.length > 1) {
              const isShown = one.incidents.some(({ id }) => shownIds.has(id));
              return <TimelineStack key={incident.id} laid={one} isShown={isShown} locale={locale} style={style} />;
            }
            return (
              <TimelineMark
                key={incident.id}
                incident={incident}
                state={incident.id === chosen ? 'selected' : incident.id === highlight ? 'lit' : ''}
                isShown={shownIds.has(incident.id)}
                locale={locale}
                style={style}
              />
            );
          })}
        </div>
      )}
      {handle('from', from)}
      {handle('to', to)}
    </div>
  );
}

/** With marks as large as there is room for: smaller ones before any has to be counted together with another. */
function layOutWell(incidents: readonly MapIncident[], extent: Days, width: number, mostRows: number): Laid[] {
  const large = layOut(incidents, extent, width, LEAST, mostRows);
  return large.some((one) => one.incidents.length > 1) ? layOut(incidents, extent, width, LEAST_IN_CROWD, mostRows) : large;
}

/** The days of a bar or of a stack. */
function daysUnder(target: EventTarget): Days | null {
  const days = target instanceof Element ? target.closest('[data-timeline-days]')?.getAttribute('data-timeline-days') : null;
  const [from, to] = (days ?? '').split(' ').map(Number);
  return from === undefined || to === undefined || days === null ? null : { from, to };
}
