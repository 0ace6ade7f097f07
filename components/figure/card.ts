import type { Mark } from '@/components/map/marks';
import type { Flag, Name } from '@/lib/figure/arrange';
import type { Extent } from '@/lib/figure/sizes';
import { project, type MapView } from '@/lib/figure/view';
import { numberedAt, type Numbered } from './numbered';

/** A numbered sign within a card, from the card's top left corner. */
export interface CardSign extends Numbered {
  readonly x: number;
  readonly y: number;
}

/** A card of the map: the place's name over the signs of what happened there. */
export interface Card {
  readonly mark: Mark;
  readonly flag: Flag;
  readonly name: string;
  readonly signs: readonly CardSign[];
}

/** Width of a text in units of the page. */
export type Measure = (text: string, font: string) => number;

const NAME_FONT = '600 11.5px';
const PLACE_FONT = '500 11px';
/** Units. */
export const SIGN = 18;
export const PADDING = 6;
export const NAME_HEIGHT = 16;
const GAP = 7;
const DIGIT = 7;
const IN_A_ROW = 4;
const ROW = SIGN + 4;

/** The cards of all places with incidents, sized; `rtl` sets the signs from right to left. */
export function cardsOf(
  marked: readonly Mark[],
  all: readonly Numbered[],
  view: MapView,
  extent: Extent,
  measure: Measure,
  rtl: boolean,
): Card[] {
  return marked
    .filter(({ incidents }) => incidents.length > 0)
    .map((mark) => {
      const own = numberedAt(mark, all);
      const name = mark.label ?? '';
      const step = SIGN + 3 + DIGIT * String(own.at(-1)?.number ?? 0).length + GAP;
      const inRow = Math.min(IN_A_ROW, own.length);
      const width = Math.ceil(2 * PADDING + Math.max(measure(name, NAME_FONT) + 2, inRow * step - GAP));
      const rows = Math.ceil(own.length / IN_A_ROW);
      const height = 2 * PADDING + NAME_HEIGHT + rows * ROW - 6;
      const signs = own.map((one, i): CardSign => {
        const inThisRow = Math.min(IN_A_ROW, own.length - Math.floor(i / IN_A_ROW) * IN_A_ROW);
        const start = (width - (inThisRow * step - GAP)) / 2;
        const x = start + (i % IN_A_ROW) * step;
        return { ...one, x: rtl ? width - x : x, y: PADDING + NAME_HEIGHT + Math.floor(i / IN_A_ROW) * ROW + SIGN / 2 };
      });
      const flag = { id: mark.feature.id, point: project(mark.point, view, extent), width, height, exact: mark.form === 'point' };
      return { mark, flag, name, signs };
    });
}

/** The names of places without an incident that a figure may write: of dots, and of areas that are no country. */
export function namesOf(marked: readonly Mark[], view: MapView, extent: Extent, measure: Measure): Name[] {
  return marked
    .filter(({ incidents, form }) => incidents.length === 0 && form !== 'country' && form !== 'name')
    .map(({ feature, label, form, point }) => ({
      id: feature.id,
      point: project(point, view, extent),
      width: Math.ceil(measure(label ?? '', PLACE_FONT)) + 4,
      height: 15,
      radius: form === 'point' ? 3.5 : form === 'near' ? 6 : 0,
    }))
    .filter(({ point: { x, y } }) => x >= 0 && y >= 0 && x <= extent.width && y <= extent.height);
}

/** Measures with the page's own fonts; they have to be there already. */
export function textMeasure(family: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  return (text, font) => {
    if (context === null) return text.length * 7;
    context.font = `${font} ${family}`;
    return context.measureText(text).width;
  };
}
