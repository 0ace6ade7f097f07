import { incidentMessages } from '@/components/incidents/words';
import type { Selection } from '@/components/map/selection';
import type { Locale } from '@/components/ui/locale';
import { plural } from '@/components/ui/messages';
import type { MapIncident } from '@/lib/types';
import { idUnder, TimelineMark } from './TimelineMark';

export interface UndatedTrayProps {
  readonly incidents: readonly MapIncident[];
  readonly shown: readonly MapIncident[];
  readonly locale: Locale;
  readonly chosen: string | null;
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (id: string | null) => void;
}

/** Signs that fit beside the time; more are only counted. */
const MOST_SIGNS = 10;

/** What the article gives no date for: beside the time, with its number, and never at a day. */
export function UndatedTray({ incidents, shown, locale, chosen, highlight, onSelect, onHighlight }: UndatedTrayProps) {
  if (incidents.length === 0) return null;
  const signs = incidents.length > MOST_SIGNS ? [] : incidents;
  const shownIds = new Set(signs.length > 0 ? shown.map(({ id }) => id) : []);
  return (
    <div className="timeline-undated">
      <div
        className="timeline-undated-marks"
        aria-hidden="true"
        onClick={({ target }) => {
          const id = idUnder(target);
          if (id !== null) onSelect({ incidentId: id, mention: 0 });
        }}
        onPointerLeave={() => onHighlight(null)}
      >
        {signs.map((incident) => (
          <TimelineMark
            key={incident.id}
            incident={incident}
            state={incident.id === chosen ? 'selected' : incident.id === highlight ? 'lit' : ''}
            isShown={shownIds.has(incident.id)}
            locale={locale}
          />
        ))}
      </div>
      <p>{plural(locale, incidentMessages[locale].timeline.undated, incidents.length)}</p>
    </div>
  );
}
