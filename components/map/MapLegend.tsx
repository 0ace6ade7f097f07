import { IncidentGlyph } from '@/components/incidents/IncidentGlyph';
import { INCIDENT_TYPES } from '@/components/incidents/types';
import { incidentMessages, typeWords } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import { INCIDENT_STATUSES } from '@/lib/types';
import { isCrowd } from './crowd';
import type { Mark } from './marks';
import { mapMessages } from './words';

export interface MapLegendProps {
  readonly locale: Locale;
  readonly marked: readonly Mark[];
  /** Whom to name for a basemap that is not the embedded one. */
  readonly attribution?: string | null;
  /** Whether incidents are counted by tiles, of which nobody knows what is in them. */
  readonly isCounted?: boolean;
}

/** What the marks on this map mean, folded away until asked for, and under it who made the map and what its boundaries claim. */
export function MapLegend({ locale, marked, attribution = null, isCounted = false }: MapLegendProps) {
  const { legend, disclaimer, credit, creditShort } = mapMessages[locale];
  const shown = (['point', 'near', 'area', 'country', 'name'] as const).filter((form) => marked.some((mark) => mark.form === form));
  return (
    <>
      <details className="map-legend">
        <summary>{legend.title}</summary>
        {isCounted ? <CountKeys locale={locale} /> : <IncidentKeys locale={locale} marked={marked} />}
        <ul>
          {isCrowd(marked) && (
            <li>
              <span className="map-legend-key" data-form="group" aria-hidden="true" />
              {legend.group}
            </li>
          )}
          {shown.map((form) => (
            <li key={form}>
              <span className="map-legend-key" data-form={form} aria-hidden="true" />
              {legend[form]}
            </li>
          ))}
          <li>
            <span className="map-legend-key" data-form="disputed" aria-hidden="true" />
            {legend.disputed}
          </li>
        </ul>
      </details>
      <footer className="map-credit">
        <span>{disclaimer}</span>
        {attribution !== null && (
          <span>
            <bdi>{attribution}</bdi>
          </span>
        )}
        <details>
          <summary>
            <bdi>{creditShort}</bdi>
          </summary>
          {credit.map((source) => (
            <p key={source}>{source}</p>
          ))}
        </details>
        {credit.map((source) => (
          <span key={source} className="map-credit-source">
            <bdi>{source}</bdi>
          </span>
        ))}
      </footer>
    </>
  );
}

/** What the discs of a crowd mean. */
function CountKeys({ locale }: { readonly locale: Locale }) {
  const { legend } = incidentMessages[locale];
  const { counted } = mapMessages[locale].legend;
  return (
    <ul className="map-legend-incidents" aria-label={legend.title}>
      {INCIDENT_TYPES.map((type) => (
        <li key={type}>
          <IncidentGlyph type={type} status="reported" />
          {typeWords(locale, type)}
        </li>
      ))}
      {(['exact', 'area', 'untold'] as const).map((form) => (
        <li key={form}>
          <span className="map-legend-key crowd-key" data-counted={form} aria-hidden="true" />
          {counted[form]}
        </li>
      ))}
      <li className="map-legend-note">{counted.note}</li>
    </ul>
  );
}

/** The types, statuses and positions of incidents that occur on this map. */
function IncidentKeys({ locale, marked }: { readonly locale: Locale; readonly marked: readonly Mark[] }) {
  const incidents = marked.flatMap((mark) => mark.incidents);
  if (incidents.length === 0) return null;
  const { legend, statusShort } = incidentMessages[locale];
  const types = INCIDENT_TYPES.filter((type) => incidents.some((incident) => incident.type === type));
  const statuses = INCIDENT_STATUSES.filter((status) => incidents.some((incident) => incident.status === status));
  const pinned = marked.some(({ form, incidents: own }) => form === 'point' && own.length > 0);
  const framed = marked.some(({ form, incidents: own }) => form !== 'point' && own.length > 0);
  return (
    <ul className="map-legend-incidents" aria-label={legend.title}>
      {types.map((type) => (
        <li key={type}>
          <IncidentGlyph type={type} status="reported" />
          {typeWords(locale, type)}
        </li>
      ))}
      {(statuses.length > 1 || statuses[0] !== 'reported') &&
        statuses.map((status) => (
          <li key={status}>
            <IncidentGlyph type="" status={status} />
            {statusShort[status]}
          </li>
        ))}
      {pinned && (
        <li>
          <span className="map-legend-key" data-form="pin" aria-hidden="true" />
          {legend.pin}
        </li>
      )}
      {framed && (
        <li>
          <span className="map-legend-key" data-form="tray" aria-hidden="true" />
          {legend.tray}
        </li>
      )}
      <li className="map-legend-note">{legend.size}</li>
    </ul>
  );
}
