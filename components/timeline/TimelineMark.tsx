import type { CSSProperties } from 'react';
import { IncidentGlyph } from '@/components/incidents/IncidentGlyph';
import { slugOf } from '@/components/incidents/types';
import { incidentDate, kindOfIncident } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import type { MapIncident } from '@/lib/types';

export interface TimelineMarkProps {
  readonly incident: MapIncident;
  readonly state: 'selected' | 'lit' | '';
  /** Whether it passes the filters. */
  readonly isShown: boolean;
  readonly locale: Locale;
  readonly style?: CSSProperties;
}

/** An incident on the timeline: a sign for a day, a hatched bar for what happened on some day of it. */
export function TimelineMark({ incident, state, isShown, locale, style }: TimelineMarkProps) {
  const { id, date, type, status } = incident;
  const isRange = date !== null && date.start !== date.end;
  return (
    <span
      className={`timeline-mark${isRange ? ' timeline-bar' : ''}`}
      data-timeline-id={id}
      data-type={slugOf(type)}
      data-status={status}
      data-state={state}
      data-shown={isShown}
      title={`${kindOfIncident(locale, incident)}, ${incidentDate(locale, incident)}`}
      style={style}
    >
      <IncidentGlyph type={type} status={status} />
    </span>
  );
}

/** The incident whose sign something happens on; null beside the signs. */
export function idUnder(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-timeline-id]')?.getAttribute('data-timeline-id') ?? null) : null;
}
