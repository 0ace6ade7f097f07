import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Extent } from '@/lib/figure/sizes';
import { lastLevel } from './fit';

export interface SheetFit {
  /** How much the list has to leave out (`fitAt`). */
  readonly level: number;
  /** The room that the map has, in whole units; null until everything else has found its place. */
  readonly extent: Extent | null;
}

/** How often the map may be measured again because what it shows has changed a line of the text beside it. */
const ROUNDS = 4;

/**
 * Lowers what the list says until nothing on the sheet overflows, then measures what is left for the map.
 * @param key everything that the layout depends on: another key begins again
 * @param hasFonts whether the fonts are there; before that there is nothing to measure
 * @param count how many entries the list has
 */
export function useSheetFit(sheet: RefObject<HTMLElement | null>, key: string, hasFonts: boolean, count: number): SheetFit {
  const [fit, setFit] = useState<SheetFit & { readonly key: string; readonly rounds: number }>({ key, level: 0, extent: null, rounds: 0 });
  const current = fit.key === key ? fit : { key, level: 0, extent: null, rounds: 0 };

  // After every render: what is known of the map only now, such as that a place lies outside it, makes the list longer. It ends, for
  // the level only rises, and each measures what the one before has drawn: the one thing that an effect's state is for.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- it is to run after every render, as said above
  useLayoutEffect(() => {
    const map = sheet.current?.querySelector<HTMLElement>('.figure-map');
    if (!hasFonts || !sheet.current || !map) return;
    if (overflows(sheet.current) && current.level < lastLevel(count)) {
      // eslint-disable-next-line react-hooks/set-state-in-effect -- it measures what was drawn, and ends, as said above
      setFit({ key, level: current.level + 1, extent: null, rounds: 0 });
      return;
    }
    // A container has whole pixels; the part of one that the box has beside is drawn too, and cut by the box.
    const extent = { width: map.clientWidth + 1, height: map.clientHeight + 1 };
    const same = current.extent?.width === extent.width && current.extent.height === extent.height;
    if (!same && current.rounds < ROUNDS) setFit({ key, level: current.level, extent, rounds: current.rounds + 1 });
  });

  return current;
}

function overflows(sheet: HTMLElement): boolean {
  return [sheet, ...sheet.querySelectorAll<HTMLElement>('.figure-side')].some(
    ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
  );
}
