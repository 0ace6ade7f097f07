import type { Language } from '@/lib/types';
import type { Padding } from './make-room';

/** An upright map narrower than this, in pixels, has its card along the lower edge: beside its mark it would cover all the rest. */
const NARROW = 560;
/** The part of a narrow map's height that the card may take, and how high it is at least, in pixels. */
const CARD_PART = 0.55;
const LEAST_HEIGHT = 160;
/** Pixels that a card beside its mark leaves free. */
const BESIDE = 70;
/** Pixels around the zoom buttons. */
const GAP = 10;

/** Whether the card goes along the map's lower edge. */
export function isNarrow({ clientWidth, clientHeight }: HTMLElement): boolean {
  return clientWidth < NARROW && clientHeight > clientWidth;
}

/** Says to a card how high it may become: on a narrow map it leaves room for its mark and the zoom buttons. */
export function limitCard(card: HTMLElement, map: HTMLElement, { top, bottom }: Padding): void {
  const room = map.clientHeight - top - bottom;
  const most = isNarrow(map) ? Math.min(room * CARD_PART, room - controlsOf(map).height - GAP) : room - BESIDE;
  card.style.setProperty('--card-room', `${Math.round(Math.max(LEAST_HEIGHT, most))}px`);
}

/** What is covered, with the zoom buttons' column: a card must not lie over them. */
export function besideControls(covered: Padding, map: HTMLElement, locale: Language): Padding {
  const side = locale === 'ar' ? 'left' : 'right';
  return { ...covered, [side]: covered[side] + controlsOf(map).width };
}

function controlsOf(map: HTMLElement): { readonly width: number; readonly height: number } {
  const group = map.querySelector<HTMLElement>('.maplibregl-ctrl-group');
  return { width: (group?.offsetWidth ?? 0) + GAP, height: (group?.parentElement?.offsetHeight ?? 0) + GAP };
}
