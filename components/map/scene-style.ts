import type { StyleSpecification } from 'maplibre-gl';
import type { Language } from '@/lib/types';
import { areasOf } from './marks';
import type { Mark } from './marks';
import { mapOrigin } from './resources';
import { buildStyle } from './style';
import type { LoadedBasemap, Theme } from './style';

/** The style of a map with these marks: its areas, and no second label for what one of `named` names. */
export function styleOf(
  marked: readonly Mark[],
  theme: Theme,
  locale: Language,
  named = marked,
  basemap: LoadedBasemap | null = null,
): StyleSpecification {
  const written = named.filter((mark) => mark.label !== null);
  return buildStyle({
    theme,
    locale,
    origin: mapOrigin(),
    areas: areasOf(marked),
    basemap,
    namesOfMarks: written.flatMap(({ feature }) => feature.properties.names.en ?? []),
  });
}
