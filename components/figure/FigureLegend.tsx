import { INCIDENT_TYPES } from '@/components/incidents/types';
import { incidentMessages, typeWords } from '@/components/incidents/words';
import type { Mark } from '@/components/map/marks';
import type { Locale } from '@/components/ui/locale';
import { INCIDENT_STATUSES } from '@/lib/types';
import { Sign } from './Sign';
import { Swatch, type SwatchForm } from './Swatch';
import { figureMessages, plain } from './words';

export interface FigureLegendProps {
  readonly locale: Locale;
  /** What the map shows. */
  readonly marked: readonly Mark[];
}

/** What the signs and forms on this map mean: only those that occur on it, each as it is drawn there. */
export function FigureLegend({ locale, marked }: FigureLegendProps) {
  const { legend } = figureMessages[locale];
  const { statusShort } = incidentMessages[locale];
  const incidents = marked.flatMap((mark) => mark.incidents);
  const types = INCIDENT_TYPES.filter((type) => incidents.some((incident) => incident.type === type));
  const statuses = INCIDENT_STATUSES.filter((status) => incidents.some((incident) => incident.status === status));
  return (
    <section className="figure-legend">
      <h2>{legend.title}</h2>
      <ul className="figure-legend-signs">
        {types.map((type) => (
          <li key={type}>
            <SignKey type={type} status="reported" />
            {plain(typeWords(locale, type))}
          </li>
        ))}
        {(statuses.length > 1 || statuses[0] !== 'reported') &&
          statuses.map((status) => (
            <li key={status}>
              <SignKey type="" status={status} />
              {plain(statusShort[status])}
            </li>
          ))}
      </ul>
      <ul>
        {formsOf(marked).map((form) => (
          <li key={form}>
            <Swatch form={form} />
            {legend[form]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SignKey(props: { readonly type: string; readonly status: (typeof INCIDENT_STATUSES)[number] }) {
  return (
    <svg className="figure-key" width={30} height={18} viewBox="-15 -9 30 18" aria-hidden="true">
      <Sign {...props} size={17} />
    </svg>
  );
}

/** The forms that say how sure a place is, as far as they occur; boundaries that are not agreed are explained always. */
function formsOf(marked: readonly Mark[]): SwatchForm[] {
  const has = (told: boolean, ...forms: Mark['form'][]): boolean =>
    marked.some(({ form, incidents }) => incidents.length > 0 === told && forms.includes(form));
  const found: [SwatchForm, boolean][] = [
    ['exact', has(true, 'point')],
    ['area', has(true, 'near', 'area')],
    ['country', has(true, 'country')],
    ['place', has(false, 'point')],
    ['near', has(false, 'near')],
    ['mentioned', has(false, 'area', 'country')],
    ['disputed', true],
  ];
  return found.filter(([, occurs]) => occurs).map(([form]) => form);
}
