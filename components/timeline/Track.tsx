import { useMemo } from 'react';
import type { Selection } from '@/components/map/selection';
import type { Locale } from '@/components/ui/locale';
import type { MapIncident } from '@/lib/types';
import { Brush } from './Brush';
import { Histogram } from './Histogram';
import { layOut, type Laid } from './lay-out';
import type { Days } from './scale';
import { idUnder, TimelineMark } from './TimelineMark';
import { TimelineStack } from './TimelineStack';

/** Pixels: how narrow a mark may be, where there is room and where there is little. */
const LEAST = 18;
const LEAST_IN_CROWD = 13;
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

/** The days with their incidents. The marks are for the pointer; the list of incidents is their equal for the keyboard. */
export function Track({ incidents, shown, chosen, highlight, onSelect, onHighlight, ...brush }: TrackProps) {
  return (
    <Brush
      {...brush}
      onPress={(target) => {
        const id = idUnder(target);
        if (id !== null) onSelect({ incidentId: id, mention: 0 });
      }}
      onOver={(target) => onHighlight(target && idUnder(target))}
    >
      {(size) => <Marks {...{ incidents, shown, chosen, highlight }} {...size} extent={brush.extent} locale={brush.locale} />}
    </Brush>
  );
}

interface MarksProps extends Pick<TrackProps, 'incidents' | 'shown' | 'chosen' | 'highlight' | 'extent' | 'locale'> {
  readonly width: number;
  readonly height: number;
}

function Marks({ incidents, shown, chosen, highlight, extent, locale, width, height }: MarksProps) {
  const mostRows = Math.max(1, Math.floor(height / LEAST_ROW_HEIGHT));
  const isCounted = incidents.length > MOST_MARKS;
  const single = useMemo(() => (isCounted ? incidents.filter(({ id }) => id === chosen) : incidents), [isCounted, incidents, chosen]);
  const laid = useMemo(() => layOutWell(single, extent, width, mostRows), [single, extent, width, mostRows]);
  const shownIds = useMemo(() => new Set(shown.map(({ id }) => id)), [shown]);
  const rows = Math.max(1, ...laid.map(({ lane }) => lane + 1));
  const rowHeight = Math.min(MOST_ROW_HEIGHT, height / rows);
  return (
    <>
      {isCounted && <Histogram {...{ incidents, shown, extent, width, height, locale }} />}
      {laid.map((one) => {
        const style = {
          insetInlineStart: `${one.start}px`,
          inlineSize: `${one.width}px`,
          insetBlockStart: `${one.lane * rowHeight + (height - rows * rowHeight) / 2}px`,
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
    </>
  );
}

/** With marks as large as there is room for: smaller ones before any has to be counted together with another. */
function layOutWell(incidents: readonly MapIncident[], extent: Days, width: number, mostRows: number): Laid[] {
  const large = layOut(incidents, extent, width, LEAST, mostRows);
  return large.some((one) => one.incidents.length > 1) ? layOut(incidents, extent, width, LEAST_IN_CROWD, mostRows) : large;
}
