import { Popup } from 'maplibre-gl';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Language, PlaceFeature } from '@/lib/types';
import { besideControls, isNarrow, limitCard } from './card-room';
import { makeRoom, reachOf, showMark } from './make-room';
import type { Padding } from './make-room';
import type { PlacedMarker } from './markers';

/** What the card is about: a place or an incident; `feature` is null for an incident without a place. */
export interface Shown {
  readonly id: string;
  readonly feature: PlaceFeature | null;
}

/** Pixels kept between what is shown and the edge; names and frames stand further out to the sides than above. */
const EDGE = 44;
const SIDE = 76;

interface Around {
  readonly padding: Padding;
  readonly locale: Language;
  readonly markers: readonly PlacedMarker[];
  /** Milliseconds in which the map makes room; null leaves it where it is. */
  readonly duration: number | null;
}

/** Keeps the card where it can be read: beside its mark, or along the edge where the map is narrow or has no mark. */
export class CardHolder {
  /** Where the page writes the card. */
  readonly node = document.createElement('div');
  private readonly popup = new Popup({
    closeButton: false,
    closeOnClick: false,
    focusAfterOpen: false,
    maxWidth: 'none',
    className: 'map-popup',
  });
  private readonly resized = new ResizeObserver(() => this.place());
  private shown: Shown | null = null;

  constructor(
    private readonly map: MapLibreMap,
    private readonly frame: HTMLElement,
    private readonly around: () => Around,
  ) {
    this.node.className = 'map-card-place';
    this.resized.observe(this.node);
    map.on('moveend', () => this.uncover());
  }

  /** Opens the card; null closes it. */
  open(shown: Shown | null): void {
    this.shown = shown;
    this.attach();
    if (!shown) this.uncover();
    // Before the camera asks how much of the map the card leaves.
    if (shown) limitCard(this.node, this.container, this.free(false));
  }

  get id(): string | null {
    return this.shown?.id ?? null;
  }

  /** Sees to it that all of the card and its mark are seen; call it when what covers the map has changed. */
  place(): void {
    if (!this.shown || this.map.isMoving()) return;
    const docked = this.isDocked();
    if (docked === this.popup.isOpen()) this.attach();
    limitCard(this.node, this.container, this.free(false));
    const { feature, id } = this.shown;
    if (!feature) return;
    const { markers, duration, locale } = this.around();
    const placed = markers.find((one) => one.id === id);
    const shift = placed?.marker.getOffset() ?? { x: 0, y: 0 };
    this.uncover();
    if (docked) showMark(this.map, feature.properties.labelPoint, partsOf(placed, markers), this.free(), duration);
    else {
      const free = besideControls(this.free(false), this.container, locale);
      makeRoom(this.map, this.popup, reachOf(placed, markers), shift, free, duration);
    }
  }

  /** What is covered at each side: by the page, by the line of credits and, on a narrow map, by the card. */
  free(card = true): Padding {
    const { padding } = this.around();
    const credit = this.frame.querySelector<HTMLElement>('.map-credit')?.offsetHeight ?? 0;
    return {
      ...padding,
      bottom: padding.bottom + credit + (card && this.shown && isNarrow(this.container) ? this.node.offsetHeight : 0),
    };
  }

  /** The same, with a margin. */
  room(): Padding {
    return withEdge(this.free(), this.container);
  }

  focus(): void {
    this.node.querySelector<HTMLElement>('.map-card')?.focus({ preventScroll: true });
  }

  remove(): void {
    this.resized.disconnect();
    this.popup.remove();
    this.node.remove();
  }

  private attach(): void {
    const { shown } = this;
    this.node.dataset['unplaced'] = String(shown?.feature === null);
    if (!shown || this.isDocked()) this.popup.remove();
    if (!shown) this.node.remove();
    else if (this.isDocked()) this.frame.append(this.node);
    else if (shown.feature) {
      const [lon, lat] = shown.feature.properties.labelPoint;
      this.popup.setLngLat([lon, lat]);
      // Moved only where it has to be: what is moved loses the focus.
      if (!this.popup.getElement()?.contains(this.node)) this.popup.setDOMContent(this.node);
      if (!this.popup.isOpen()) this.popup.addTo(this.map);
    }
  }

  /** Takes away the marks that the card covers in part: half a name reads as another one. */
  private uncover(): void {
    const { markers } = this.around();
    const card = this.node.isConnected ? this.node.getBoundingClientRect() : null;
    const shown = markers.find(({ id }) => id === this.shown?.id);
    for (const { button, mark } of markers) {
      const part = (button.querySelector('.map-mark-frame') ?? button).getBoundingClientRect();
      const meets = card !== null && part.left < card.right && part.right > card.left && part.top < card.bottom && part.bottom > card.top;
      button.dataset['covered'] = String(meets && mark !== shown?.mark);
    }
  }

  private isDocked(): boolean {
    return this.shown?.feature === null || isNarrow(this.container);
  }

  private get container(): HTMLElement {
    return this.map.getContainer();
  }
}

/** What is covered, with a margin around what is left. */
export function withEdge({ top, right, bottom, left }: Padding, map: HTMLElement): Padding {
  const side = isNarrow(map) ? EDGE : SIDE;
  return { top: top + EDGE, right: right + side, bottom: bottom + EDGE, left: left + side };
}

/** What belongs to a mark: itself, and the frame that it stands in. */
function partsOf(placed: PlacedMarker | undefined, all: readonly PlacedMarker[]): HTMLElement[] {
  const host = all.find(({ mark, incident }) => incident === null && mark === placed?.mark);
  return [placed?.button, host?.button.querySelector<HTMLElement>('.map-mark-frame')].flatMap((part) => part ?? []);
}
