import { useState } from 'react';
import { IncidentGlyph } from '@/components/incidents/IncidentGlyph';
import { incidentDate, incidentMessages, kindOfIncident } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber } from '@/components/ui/messages';
import type { MapIncident } from '@/lib/types';

/** Incidents that a card names at once. */
const STEP = 12;

export interface PlaceIncidentsProps {
  readonly incidents: readonly MapIncident[];
  /** How many there are, where not all of them are here. */
  readonly total?: number;
  /** Where one of them happened, in words, where they have several places. */
  readonly placeOf?: (incident: MapIncident) => string;
  /** Fetches more of them. */
  readonly onMore?: () => void;
  readonly locale: Locale;
  readonly onIncident: (incidentId: string) => void;
}

/** What is said to have happened at a place, a few at a time. */
export function PlaceIncidents({ incidents, total = incidents.length, locale, placeOf, onMore, onIncident }: PlaceIncidentsProps) {
  const [most, setMost] = useState(STEP);
  const { card, filters } = incidentMessages[locale];
  if (incidents.length === 0) return null;
  const shown = Math.min(most, incidents.length);
  const showMore = () => {
    setMost(most + 10 * STEP);
    if (most + 10 * STEP > incidents.length) onMore?.();
  };
  return (
    <ul className="map-card-incidents" aria-label={card.here}>
      {incidents.slice(0, shown).map((incident) => (
        <li key={incident.id}>
          <IncidentGlyph type={incident.type} status={incident.status} />
          <span>
            <button type="button" className="map-card-link" onClick={() => onIncident(incident.id)}>
              {kindOfIncident(locale, incident)}
              {locale === 'ar' ? '، ' : ', '}
              {incidentDate(locale, incident)}
            </button>
            {placeOf && (
              <>
                {' '}
                <small>
                  <bdi>{placeOf(incident)}</bdi>
                </small>
              </>
            )}
          </span>
        </li>
      ))}
      {total > shown && (
        <li>
          <button type="button" className="map-card-link" onClick={showMore}>
            {fill(filters.more, { n: formatNumber(locale, total - shown) })}
          </button>
        </li>
      )}
    </ul>
  );
}
