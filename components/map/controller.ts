import { Popup } from 'maplibre-gl';
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { ArticleMap, Language, PlaceFeature } from '@/lib/types';
import { boxOf, flightTime, openingBox, toBounds } from './camera';
import { createMap } from './create-map';
import { AREA_FILL, AREAS } from './layer-ids';
import { makeRoom, showMark } from './make-room';
import type { Padding } from './make-room';
import { addMarkers, spreadMarkers } from './markers';
import type { PlacedMarker } from './markers';
import { areasOf } from './marks';
import type { Mark } from './marks';
import type { Selection } from './selection';
import { buildStyle } from './style';
import type { Theme } from './style';
import { hintWords, markerWords } from './words';

/** What the page wants shown at this moment. */
export interface Scene {
  readonly map: ArticleMap | null;
  readonly marked: readonly Mark[];
  readonly locale: Language;
  readonly theme: Theme;
  readonly padding: Padding;
  readonly events: { readonly onSelect: (selection: Selection | null) => void; readonly onHighlight: (placeId: string | null) => void };
}

/** Below this zoom the names that stand for someone are hidden. */
const FAR = 2.5;
/** Pixels kept between what is shown and the edge. */
const EDGE = 44;
/** The zoom at which a place that is asked for is seen with its region, at least. */
const CLOSE = 6.2;

/** An upright map narrower than this, in pixels, has its card along the lower edge: beside its mark it would cover all the rest. */
const NARROW = 560;
/** The part of a narrow map's height that the card may take. */
const CARD_PART = 0.55;

/** Keeps a MapLibre map as the page wants it. The page says what; this says how. */
export class MapController {
  /** Where the page writes the card. */
  readonly cardNode = document.createElement('div');
  /** Whether the last selection came from the keyboard on a marker: then the card takes the focus. */
  private openedByKeyboard = false;
  private readonly map: MapLibreMap;
  private readonly popup: Popup;
  private readonly resized: ResizeObserver;
  private markers: readonly PlacedMarker[] = [];
  private fromMap = false;
  private hasStyle = false;
  private lit: ReadonlySet<string> = new Set();
  private shown: PlaceFeature | null = null;
  /** What the map's style was last made for. */
  private styled: Pick<Scene, 'marked' | 'theme'>;

  constructor(
    private readonly container: HTMLElement,
    private readonly frame: HTMLElement,
    private readonly scene: () => Scene,
  ) {
    const { locale, map, marked, theme } = scene();
    this.styled = { marked, theme };
    this.map = createMap({ container, frame, style: this.style(), locale, box: openingBox(map), calm: this.calm(), padding: this.room() });
    this.popup = new Popup({ closeButton: false, closeOnClick: false, focusAfterOpen: false, maxWidth: 'none', className: 'map-popup' });
    this.cardNode.className = 'map-card-place';
    this.resized = new ResizeObserver(() => this.placeCard());
    this.resized.observe(this.cardNode);
    this.listen();
  }

  /** Draws the scene's marks, in its theme and language. */
  draw(): void {
    const { map, marked, theme, locale } = this.scene();
    delete this.container.dataset['ready'];
    if (marked !== this.styled.marked || theme !== this.styled.theme) {
      // Before the first style is read there is nothing to compare with, and the map would begin anew.
      if (this.hasStyle) this.map.setStyle(this.style());
      else void this.map.once('style.load', () => this.map.setStyle(this.style()));
    }
    this.styled = { marked, theme };
    const focused = this.markers.find(({ button }) => button === document.activeElement)?.mark.feature.id;
    this.markers.forEach(({ marker }) => marker.remove());
    const words = {
      describe: ({ feature }: Mark) => markerWords(locale, feature),
      hint: ({ feature }: Mark) => hintWords(locale, feature),
    };
    this.markers = addMarkers(this.map, marked, words, {
      onSelect: (placeId, byKeyboard) => this.select(placeId, byKeyboard),
      onHighlight: (placeId) => this.scene().events.onHighlight(placeId),
    });
    if (focused !== undefined) this.focusMarker(focused);
    spreadMarkers(this.map, this.markers);
    void this.map.once('idle', () => {
      spreadMarkers(this.map, this.markers);
      if (map) this.container.dataset['ready'] = 'true';
    });
    this.map.triggerRepaint();
  }

  /** Opens on what an article is about. */
  openOn(map: ArticleMap | null): void {
    this.map.fitBounds(toBounds(openingBox(map)), { padding: this.room(), maxZoom: 7.5, duration: 0 });
  }

  /** Lights a place, lifts the selected one, and lets the others stand back. */
  light(selected: string | null, highlight: string | null): void {
    for (const { mark, button } of this.markers) {
      const { id } = mark.feature;
      button.dataset['state'] = id === selected ? 'selected' : id === highlight ? 'lit' : selected === null ? '' : 'dimmed';
      button.setAttribute('aria-pressed', String(id === selected));
    }
    const apply = (): void => {
      const ids = new Set(this.scene().marked.map((mark) => mark.feature.id));
      for (const id of this.lit) if (!ids.has(id)) this.map.removeFeatureState({ source: AREAS, id });
      for (const id of ids) {
        this.map.setFeatureState(
          { source: AREAS, id },
          { selected: id === selected, lit: id === highlight, dimmed: selected !== null && id !== selected },
        );
      }
      this.lit = ids;
    };
    if (this.map.getSource(AREAS)) apply();
    else void this.map.once('styledata', apply);
  }

  /** Opens the card on a place, and takes the camera there unless the reader chose it on the map itself; null closes it. */
  show(feature: PlaceFeature | null): void {
    this.shown = feature;
    this.openCard();
    if (!feature) return;
    if (!this.fromMap || !this.isInside(feature)) this.flyTo(feature);
    this.fromMap = false;
    this.placeCard();
    if (this.openedByKeyboard) this.cardNode.querySelector<HTMLElement>('.map-card')?.focus({ preventScroll: true });
    this.openedByKeyboard = false;
  }

  /** Gives the focus back to a place's marker. */
  focusMarker(placeId: string): void {
    this.markers.find(({ mark }) => mark.feature.id === placeId)?.button.focus({ preventScroll: true });
  }

  remove(): void {
    this.resized.disconnect();
    this.markers.forEach(({ marker }) => marker.remove());
    this.popup.remove();
    this.cardNode.remove();
    this.map.remove();
    delete this.container.dataset['ready'];
  }

  private listen(): void {
    void this.map.once('style.load', () => (this.hasStyle = true));
    const far = (): void => {
      this.container.dataset['far'] = String(this.map.getZoom() < FAR);
    };
    far();
    this.map.on('zoom', far);
    this.map.on('resize', () => this.placeCard());
    this.map.on('zoomend', () => spreadMarkers(this.map, this.markers));
    this.map.on('click', (event) => {
      const placeId = this.areaAt(event);
      if (placeId !== null) this.select(placeId, false);
      else this.scene().events.onSelect(null);
    });
    let hovered: string | null = null;
    const hover = (placeId: string | null): void => {
      if (placeId === hovered) return;
      hovered = placeId;
      this.map.getCanvas().style.cursor = placeId === null ? '' : 'pointer';
      this.scene().events.onHighlight(placeId);
    };
    this.map.on('mousemove', (event) => {
      // Over a marker or the card the event comes up from there, and the area below is not meant.
      if (event.originalEvent.target === this.map.getCanvas()) hover(this.areaAt(event));
      else hovered = null;
    });
    this.map.on('mouseout', () => hover(null));
  }

  /** The smallest area under the pointer; areas are drawn from the largest to the smallest. */
  private areaAt(event: MapMouseEvent): string | null {
    if (!this.map.getLayer(AREA_FILL)) return null;
    const [top] = this.map.queryRenderedFeatures(event.point, { layers: [AREA_FILL], filter: ['!=', ['get', 'form'], 'name'] });
    const id: unknown = top?.properties['id'];
    return typeof id === 'string' ? id : null;
  }

  private select(placeId: string, byKeyboard: boolean): void {
    this.fromMap = this.shown?.id !== placeId;
    this.openedByKeyboard = byKeyboard;
    this.scene().events.onSelect({ placeId, mention: 0 });
  }

  private flyTo(feature: PlaceFeature): void {
    const room = this.room();
    const height = this.container.clientHeight - room.top - room.bottom;
    const card = this.isNarrow() ? 0 : Math.min(this.cardNode.offsetHeight + 50, height * 0.55);
    const camera = this.map.cameraForBounds(toBounds(boxOf(feature)), { padding: { ...room, top: room.top + card }, maxZoom: 8 });
    if (!camera?.center || camera.zoom === undefined) return;
    if (this.isSeen(feature, camera.zoom)) return;
    const target = this.map.project(camera.center);
    const far = Math.hypot(target.x - this.container.clientWidth / 2, target.y - this.container.clientHeight / 2);
    this.map.easeTo({ ...camera, duration: this.calm() ? 0 : flightTime(far) });
    void this.map.once('moveend', () => this.placeCard());
  }

  /** Whether the place lies in the free part of the map already, at a zoom near the one it asks for. */
  private isSeen(feature: PlaceFeature, zoom: number): boolean {
    const now = this.map.getZoom();
    return this.isInside(feature) && now > Math.min(zoom, CLOSE) - 1.2 && now < zoom + 2.5;
  }

  private isInside(feature: PlaceFeature): boolean {
    const [lon, lat] = feature.properties.labelPoint;
    const { x, y } = this.map.project([lon, lat]);
    const { top, right, bottom, left } = this.free();
    return x > left && x < this.container.clientWidth - right && y > top && y < this.container.clientHeight - bottom;
  }

  /** Puts the card beside its mark, or along the lower edge of a narrow map, or away where there is nothing to show. */
  private openCard(): void {
    if (!this.shown || this.isNarrow()) this.popup.remove();
    if (!this.shown) this.cardNode.remove();
    else if (this.isNarrow()) this.frame.append(this.cardNode);
    else {
      const [lon, lat] = this.shown.properties.labelPoint;
      this.popup.setLngLat([lon, lat]);
      // Moved only where it has to be: what is moved loses the focus.
      if (!this.popup.getElement()?.contains(this.cardNode)) this.popup.setDOMContent(this.cardNode);
      if (!this.popup.isOpen()) this.popup.addTo(this.map);
    }
  }

  /** Sees to it that all of the card and its mark are seen; call it when what covers the map has changed. */
  placeCard(): void {
    if (!this.shown || this.map.isMoving()) return;
    const narrow = this.isNarrow();
    if (narrow === this.popup.isOpen()) this.openCard();
    const covered = this.free(false);
    const room = this.container.clientHeight - covered.top - covered.bottom;
    this.cardNode.style.setProperty('--card-room', `${Math.round(narrow ? room * CARD_PART : Math.max(160, room - 70))}px`);
    const placed = this.markers.find(({ mark }) => mark.feature.id === this.shown?.id);
    const shift = placed?.marker.getOffset() ?? { x: 0, y: 0 };
    const duration = this.calm() ? 0 : 300;
    if (!narrow) makeRoom(this.map, this.popup, (placed?.mark.size ?? 0) / 2, shift, covered, duration);
    else showMark(this.map, this.shown.properties.labelPoint, placed?.button ?? null, shift, this.free(), duration);
  }

  private room(): { top: number; right: number; bottom: number; left: number } {
    const { top, right, bottom, left } = this.free();
    return { top: top + EDGE, right: right + EDGE, bottom: bottom + EDGE, left: left + EDGE };
  }

  /** What is covered at each side: by the page, by the line of credits and, on a narrow map, by the card. */
  private free(card = true): Padding {
    const { padding } = this.scene();
    const credit = this.frame.querySelector<HTMLElement>('.map-credit')?.offsetHeight ?? 0;
    return { ...padding, bottom: padding.bottom + credit + (card && this.shown && this.isNarrow() ? this.cardNode.offsetHeight : 0) };
  }

  private isNarrow(): boolean {
    const { clientWidth, clientHeight } = this.container;
    return clientWidth < NARROW && clientHeight > clientWidth;
  }

  private calm(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  private style() {
    const { theme, locale, marked } = this.scene();
    const written = marked.filter((mark) => mark.label !== null);
    return buildStyle({
      theme,
      locale,
      origin: location.origin,
      areas: areasOf(marked),
      namesOfMarks: written.flatMap(({ feature }) => feature.properties.names.en ?? []),
    });
  }
}
