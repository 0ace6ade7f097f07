import { useMemo } from 'react';
import { openingBox } from '@/components/map/camera';
import { marksOf } from '@/components/map/marks';
import type { Mark } from '@/components/map/marks';
import type { Theme } from '@/components/map/style';
import type { Viewpoint } from '@/components/map/viewpoint';
import { placeName } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import { arrange, type Arrangement, type Name } from '@/lib/figure/arrange';
import type { Box } from '@/lib/figure/boxes';
import type { Extent, FigureSize } from '@/lib/figure/sizes';
import { fitView, MIN_ZOOM, project, type MapView } from '@/lib/figure/view';
import type { ArticleMap, MapIncident } from '@/lib/types';
import { cardsOf, namesOf, textMeasure, type Card } from './card';
import { figureStyle, labelLayerIds, locatorStyle } from './figure-style';
import { furnish, type Furniture } from './furniture';
import type { Numbered } from './numbered';
import type { MapRequest } from './render-map';
import { useRenderedMap, type MapPicture } from './useRenderedMap';

export interface FigureMapOptions {
  readonly map: ArticleMap;
  readonly numbered: readonly Numbered[];
  /** `figureMarks`. */
  readonly marked: readonly Mark[];
  readonly locale: Locale;
  readonly theme: Theme;
  readonly size: FigureSize;
  readonly view: MapView | null;
  readonly desk: Viewpoint | null;
  readonly extent: Extent | null;
  /** Pixels of the map's picture to a unit of the page. */
  readonly ratio: number;
}

/** Where everything on the map lies; known before the map is drawn. */
export interface Plan {
  readonly view: MapView;
  readonly extent: Extent;
  readonly cards: readonly Card[];
  readonly names: readonly Name[];
  readonly labels: ReadonlyMap<string, string>;
  readonly arrangement: Arrangement;
  readonly furniture: Furniture;
  /** Places with incidents that have no card, and why. */
  readonly notDrawn: ReadonlyMap<string, 'outside' | 'noRoom'>;
}

export interface FigureMap {
  readonly plan: Plan | null;
  readonly picture: MapPicture | null;
  readonly locator: MapPicture | null;
  readonly ready: boolean;
}

const FONTS = "'Noto Sans', 'Figure Arabic', 'Noto Sans Arabic', sans-serif";
/** Part of the map's shorter side kept free around what it is fitted to: the cards stand beside their places. */
const FIT_PADDING = 0.13;
const LOCATOR_RATIO = 4;
/** The desk's map on a usual screen, in CSS pixels: its address says its zoom, and not how large it is. */
const DESK = { width: 900, height: 640 };

/** A figure's map: laid out at once, drawn as soon as the browser has. */
export function useFigureMap({ map, numbered, marked, locale, theme, size, view, desk, extent, ratio }: FigureMapOptions): FigureMap {
  const plan = useMemo(
    () => (extent === null ? null : planOf({ map, numbered, marked, locale, size, view, desk, extent })),
    [map, numbered, marked, locale, size, view, desk, extent],
  );
  const request = useMemo((): MapRequest | null => {
    if (plan === null) return null;
    const { view: shown, extent: room } = plan;
    const covered = coveredBy(plan);
    const style = figureStyle({ marked, theme, locale, view: shown, extent: room, covered });
    return { style, view: shown, extent: room, ratio, covered, labels: labelLayerIds(style) };
  }, [plan, marked, theme, locale, ratio]);
  const inset = useMemo((): MapRequest | null => {
    const locator = plan?.furniture.locator ?? null;
    if (locator === null) return null;
    const { view: shown, box } = locator;
    return { style: locatorStyle(theme, locale), view: shown, extent: box, ratio: LOCATOR_RATIO, covered: [], labels: [] };
  }, [plan, theme, locale]);
  const picture = useRenderedMap(request);
  const locator = useRenderedMap(inset);
  const ready = request !== null && picture?.of === request && (inset === null || locator?.of === inset);
  return { plan, picture, locator: inset === null ? null : locator, ready };
}

/** The marks of a figure. Names that stand for someone have none: nothing is said to be there. */
export function figureMarks(map: ArticleMap, incidents: readonly MapIncident[], locale: Locale): Mark[] {
  const marked = marksOf(map, false, ({ properties }) => placeName(locale, properties), incidents);
  return marked.filter(({ form }) => form !== 'name');
}

type PlanOptions = Omit<FigureMapOptions, 'theme' | 'ratio' | 'extent'> & { readonly extent: Extent };

function planOf({ map, numbered, marked, locale, size, view, desk, extent }: PlanOptions): Plan {
  const incidents = numbered.map(({ incident }) => incident);
  const padding = FIT_PADDING * Math.min(extent.width, extent.height);
  const shown = view ?? deskView(desk, extent) ?? fitView(openingBox({ ...map, incidents }), extent, padding);
  const measure = textMeasure(FONTS);
  const all = cardsOf(marked, numbered, shown, extent, measure, locale === 'ar');
  const inside = all.filter(({ flag: { point } }) => point.x > 0 && point.y > 0 && point.x < extent.width && point.y < extent.height);
  const names = namesOf(marked, shown, extent, measure);
  const points = [...marked.map(({ point }) => project(point, shown, extent))];
  const furniture = furnish(shown, extent, size, points);
  const arrangement = arrange(
    extent,
    boxesOf(furniture),
    inside.map(({ flag }) => flag),
    names,
  );
  const notDrawn = new Map<string, 'outside' | 'noRoom'>();
  for (const { flag } of all) {
    if (!inside.some((card) => card.flag.id === flag.id)) notDrawn.set(flag.id, 'outside');
    else if (arrangement.flags.get(flag.id) == null) notDrawn.set(flag.id, 'noRoom');
  }
  const labels = new Map(marked.map(({ feature, label }) => [feature.id, label ?? '']));
  return { view: shown, extent, cards: inside, names, labels, arrangement, furniture, notDrawn };
}

/** What the desk's map shows, on a map of another size. */
function deskView(desk: Viewpoint | null, { width, height }: Extent): MapView | null {
  if (desk === null) return null;
  const zoom = desk.zoom + Math.log2(Math.min(width / DESK.width, height / DESK.height));
  return { center: [desk.lon, desk.lat], zoom: Math.max(MIN_ZOOM, zoom) };
}

function boxesOf({ scale, north, locator }: Furniture): Box[] {
  return [scale, north, ...(locator === null ? [] : [locator.box])];
}

/** All boxes that something is drawn in over the map. */
function coveredBy({ arrangement, cards, names, furniture }: Plan): Box[] {
  const dots = [
    ...cards.filter(({ flag }) => flag.exact).map(({ flag: { point } }) => ({ point, radius: 4 })),
    ...names.filter(({ radius }) => radius > 0),
  ].map(({ point: { x, y }, radius }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }));
  const placed = [...arrangement.flags.values(), ...arrangement.names.values()].filter((box) => box !== null);
  return [...placed, ...dots, ...boxesOf(furniture)];
}
