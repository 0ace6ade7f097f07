import type { Locale } from '@/components/ui/locale';
import type { MarkForm } from './marks';
import { mapMessages } from './words';

/** What the marks on this map mean, folded away until asked for, and under it who made the map and what its boundaries claim. */
export function MapLegend({ locale, forms }: { readonly locale: Locale; readonly forms: readonly MarkForm[] }) {
  const { legend, disclaimer, credit, creditShort } = mapMessages[locale];
  const shown = (['point', 'near', 'area', 'country', 'name'] as const).filter((form) => forms.includes(form));
  return (
    <>
      <details className="map-legend">
        <summary>{legend.title}</summary>
        <ul>
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
