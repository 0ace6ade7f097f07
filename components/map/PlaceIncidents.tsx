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
  readonly locale: Locale;
  readonly onIncident: (incidentId: string) => void;
}

/** What is said to have happened at a place, a few at a time. */
export function PlaceIncidents({ incidents, locale, onIncident }: PlaceIncidentsProps) {
  const [most, setMost] = useState(STEP);
  const { card, filters } = incidentMessages[locale];
  if (incidents.length === 0) return null;
  return (
    <ul className="map-card-incidents" aria-label={card.here}>
      {incidents.slice(0, most).map((incident) => (
        <li key={incident.id}>
          <IncidentGlyph type={incident.type} status={incident.status} />
          <button type="button" className="map-card-link" onClick={() => onIncident(incident.id)}>
            {kindOfIncident(locale, incident)}
            {locale === 'ar' ? '، ' : ', '}
            {incidentDate(locale, incident)}
          </button>
        </li>
      ))}
      {incidents.length > most && (
        <li>
          <button type="button" className="map-card-link" onClick={() => setMost(most + 10 * STEP)}>
            {fill(filters.more, { n: formatNumber(locale, incidents.length - most) })}
          </button>
        </li>
      )}
    </ul>
  );
}
