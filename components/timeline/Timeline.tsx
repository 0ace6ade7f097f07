'use client';
import { useDeferredValue, useMemo } from 'react';
import { shortDateWords } from '@/components/incidents/dateWords';
import { passes, type IncidentFilter } from '@/components/incidents/filter';
import { byDate } from '@/components/incidents/order';
import { incidentMessages } from '@/components/incidents/words';
import { selectedIncident, type Selection } from '@/components/map/selection';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber, plural } from '@/components/ui/messages';
import type { MapIncident } from '@/lib/types';
import { PlayControls } from './PlayControls';
import { datesOf, rangeOf } from './range';
import { extentOf, isoOf } from './scale';
import { Track } from './Track';
import { UndatedTray } from './UndatedTray';
import { usePlay } from './usePlay';

export interface TimelineProps {
  /** Every incident of the article; `incidents` are those that are shown. */
  readonly all: readonly MapIncident[];
  readonly incidents: readonly MapIncident[];
  readonly locale: Locale;
  readonly filter: IncidentFilter;
  readonly onFilter: (part: Partial<IncidentFilter>) => void;
  readonly selection: Selection | null;
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection, how?: 'push' | 'replace') => void;
  readonly onHighlight: (id: string | null) => void;
}

/** When it happened: each incident at its date, as long as the date is unsure. A range that is drawn on it holds back the rest. */
export function Timeline(props: TimelineProps) {
  const { all, locale, filter, onFilter, selection, onSelect } = props;
  // Of thousands, it draws them a moment after the list and the boxes that were ticked; its range moves at once.
  const incidents = useDeferredValue(props.incidents);
  const { types, statuses, actors } = useDeferredValue(filter);
  const { timeline } = incidentMessages[locale];
  const extent = useMemo(() => extentOf(all), [all]);
  // A range of dates holds nothing back here: one has to see what it leaves out.
  const offered = useMemo(
    () => all.filter((incident) => passes(incident, { types, statuses, actors, from: null, to: null })),
    [all, types, statuses, actors],
  );
  const undated = useMemo(() => offered.filter(({ date }) => date === null), [offered]);
  const dated = useMemo(() => all.filter(({ date }) => date !== null).length, [all]);
  const ids = useMemo(() => byDate(incidents.filter(({ date }) => date !== null)).map(({ id }) => id), [incidents]);
  const chosen = selectedIncident(selection);
  const play = usePlay(ids, chosen, (incidentId) => onSelect({ incidentId, mention: 0 }, 'replace'));
  if (extent === null) return null;

  const range = rangeOf(filter, extent);
  const isRanged = filter.from !== null || filter.to !== null;
  const reset = () => onFilter({ from: null, to: null });
  const shared = { locale, chosen, highlight: props.highlight, onSelect, onHighlight: props.onHighlight };
  return (
    <section className="timeline" aria-label={timeline.label}>
      <PlayControls locale={locale} play={play} isRanged={isRanged} onReset={reset}>
        <span className="timeline-range">{isRanged ? shortDateWords(locale, isoOf(range.from), isoOf(range.to)) : timeline.all}</span>
        <span>{fill(timeline.shown, { shown: formatNumber(locale, incidents.length), all: formatNumber(locale, all.length) })}</span>
      </PlayControls>
      <p className="visually-hidden">
        {fill(plural(locale, timeline.summary, dated), { range: shortDateWords(locale, isoOf(extent.from), isoOf(extent.to)) })}
      </p>
      <Track
        {...shared}
        incidents={offered}
        shown={incidents}
        extent={extent}
        range={range}
        onRange={(days) => onFilter(datesOf(days, extent))}
      />
      <UndatedTray {...shared} incidents={undated} shown={incidents} />
    </section>
  );
}
