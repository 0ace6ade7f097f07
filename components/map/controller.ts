import { Popup } from 'maplibre-gl';
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { ArticleMap, Language, PlaceFeature } from '@/lib/types';
import { boxOf, flightTime, openingBox, toBounds } from './camera';
import { besideControls, isNarrow, limitCard } from './card-room';
import { createMap } from './create-map';
import { AREA_FILL, AREAS } from './layer-ids';
import { makeRoom, reachOf, showMark } from './make-room';
import type { Padding } from './make-room';
import { addMarkers } from './markers';
import type { PlacedMarker } from './markers';
import type { Mark } from './marks';
import type { Selection } from './selection';
import { styleOf } from './scene-style';
import { spreadMarkers } from './spread';
import type { Theme } from './style';
import { formatViewpoint } from './viewpoint';
import type { Viewpoint } from './viewpoint';
import { wordsOfMarkers } from './words';

/** What the page wants shown at this moment. */
export interface Scene {
  readonly map: ArticleMap | null;
  readonly marked: readonly Mark[];
  readonly locale: Language;
  readonly theme: Theme;
  readonly padding: Padding;
  /** Where the camera is to stand; null for where the article opens. */
  readonly view: Viewpoint | null;
  /** What the address showed with its view when the page was opened; null for nothing. */
  readonly restoredId: string | null;
  readonly events: {
    readonly onSelect: (selection: Selection | null) => void;
    readonly onHighlight: (id: string | null) => void;
    /** The camera came to rest somewhere else. */
    readonly onView: (view: Viewpoint) => void;
  };
}

/** What the card is about: a place or an incident; `feature` is null for an incident without a place. */
export interface Shown {
  readonly id: string;
  readonly feature: PlaceFeature | null;
}

/** Below this zoom the names that stand for someone are hidden. */
const FAR = 2.5;
/** Pixels kept between what is shown and the edge. */
const EDGE = 44;
/** The zoom at which a place that is asked for is seen with its region, at least. */
const CLOSE = 6.2;

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
  private shown: Shown | null = null;
  /** The text that the camera was opened on: a date that changes moves no camera. */
  private openedOn: string | null = null;
  /** What the address says of the camera, as far as it was told; empty where it says nothing and the camera stands as it opened. */
  private known: string;
  /** Where the camera stood when it opened. */
  private opening: string;
  /** What an address shows together with a view: it is shown in that picture as it is, and moves nothing. */
  private restoredId: string | null;
  /** What the map's style was last made for. */
  private styled: Pick<Scene, 'marked' | 'theme'>;

  constructor(
    private readonly container: HTMLElement,
    private readonly frame: HTMLElement,
    private readonly scene: () => Scene,
  ) {
    const { locale, map, marked, theme, view, restoredId } = scene();
    this.styled = { marked, theme };
    this.known = view === null ? '' : formatViewpoint(view);
    this.restoredId = restoredId;
    const [box, calm, padding] = [openingBox(map), this.calm(), this.room()];
    this.map = createMap({ container, frame, style: this.style(), locale, box, view, calm, padding });
    this.opening = formatViewpoint(this.viewpoint());
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
    const focused = this.markers.find(({ button }) => button === document.activeElement)?.id;
    this.markers.forEach(({ marker }) => marker.remove());
    this.markers = addMarkers(this.map, marked, wordsOfMarkers(locale), {
      onSelect: (id, byKeyboard) => this.select(id, byKeyboard),
      onHighlight: (id) => this.scene().events.onHighlight(id),
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
    const text = map?.article.sha256 ?? null;
    if (text !== null && text === this.openedOn) return;
    this.openedOn = text;
    // The timeline may have come with the article, and taken its room from the map.
    this.map.resize();
    if (this.scene().view === null) this.openingView(0);
  }

  /** Goes where the address says, as after a step back: to where the camera stood, or to where the article opens. */
  goTo(view: Viewpoint | null): void {
    const asked = view === null ? '' : formatViewpoint(view);
    if (asked === this.known) return;
    this.restoredId = this.shown?.id ?? null;
    const duration = this.calm() ? 0 : 300;
    if (view === null) return this.openingView(duration);
    this.known = asked;
    this.map.easeTo({ center: [view.lon, view.lat], zoom: view.zoom, duration });
    void this.map.once('moveend', () => this.placeCard());
  }

  private openingView(duration: number): void {
    this.known = '';
    this.map.fitBounds(toBounds(openingBox(this.scene().map)), { padding: this.room(), maxZoom: 7.5, duration }, { opens: true });
  }

  /** Lights a place or an incident, lifts the selected one, and lets the others stand back. An incident lights its place's area too. */
  light(selected: string | null, highlight: string | null): void {
    const [selectedArea, litArea] = [this.placeOf(selected), this.placeOf(highlight)];
    for (const { id, button } of this.markers) {
      const rests = selected === null || id === selectedArea;
      button.dataset['state'] = id === selected ? 'selected' : id === highlight ? 'lit' : rests ? '' : 'dimmed';
      button.setAttribute('aria-pressed', String(id === selected));
    }
    const apply = (): void => {
      const ids = new Set(this.scene().marked.map((mark) => mark.feature.id));
      for (const id of this.lit) if (!ids.has(id)) this.map.removeFeatureState({ source: AREAS, id });
      for (const id of ids) {
        this.map.setFeatureState(
          { source: AREAS, id },
          { selected: id === selectedArea, lit: id === litArea, dimmed: selected !== null && id !== selectedArea },
        );
      }
      this.lit = ids;
    };
    if (this.map.getSource(AREAS)) apply();
    else void this.map.once('styledata', apply);
  }

  /** Opens the card on a place or an incident, and takes the camera there unless the reader chose it on the map itself; null closes it. */
  show(shown: Shown | null): void {
    if (shown?.id !== this.restoredId && (shown || this.shown)) this.restoredId = null;
    this.shown = shown;
    this.openCard();
    if (!shown) return;
    // Before the camera asks how much of the map the card leaves.
    limitCard(this.cardNode, this.container, this.free(false));
    if (shown.feature && this.restoredId === null && (!this.fromMap || !this.isInside(shown.feature))) this.flyTo(shown.feature);
    this.fromMap = false;
    this.placeCard();
    if (this.openedByKeyboard) this.cardNode.querySelector<HTMLElement>('.map-card')?.focus({ preventScroll: true });
    this.openedByKeyboard = false;
  }

  /** Gives the focus back to a place's or an incident's marker. */
  focusMarker(id: string): void {
    this.markers.find((placed) => placed.id === id)?.button.focus({ preventScroll: true });
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
    this.map.on('moveend', (event) => {
      const opens = 'opens' in event;
      const view = this.viewpoint();
      const now = formatViewpoint(view);
      if (opens) this.opening = now;
      if (opens || now === (this.known || this.opening)) return;
      this.known = now;
      this.scene().events.onView(view);
    });
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

  private select(id: string, byKeyboard: boolean): void {
    this.fromMap = this.shown?.id !== id;
    this.openedByKeyboard = byKeyboard;
    const isIncident = this.markers.some((placed) => placed.id === id && placed.incident !== null);
    this.scene().events.onSelect(isIncident ? { incidentId: id, mention: 0 } : { placeId: id, mention: 0 });
  }

  /** The place where an incident happened; a place is its own. */
  private placeOf(id: string | null): string | null {
    return this.markers.find((placed) => placed.id === id)?.mark.feature.id ?? id;
  }

  private flyTo(feature: PlaceFeature): void {
    const room = this.room();
    const height = this.container.clientHeight - room.top - room.bottom;
    const card = isNarrow(this.container) ? 0 : Math.min(this.cardNode.offsetHeight + 50, height * 0.55);
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

  /** Puts the card beside its mark, or along the edge where the map is narrow or has no mark, or away where there is nothing to show. */
  private openCard(): void {
    const { shown } = this;
    this.cardNode.dataset['unplaced'] = String(shown?.feature === null);
    if (!shown || this.isDocked()) this.popup.remove();
    if (!shown) this.cardNode.remove();
    else if (this.isDocked()) this.frame.append(this.cardNode);
    else if (shown.feature) {
      const [lon, lat] = shown.feature.properties.labelPoint;
      this.popup.setLngLat([lon, lat]);
      // Moved only where it has to be: what is moved loses the focus.
      if (!this.popup.getElement()?.contains(this.cardNode)) this.popup.setDOMContent(this.cardNode);
      if (!this.popup.isOpen()) this.popup.addTo(this.map);
    }
  }

  /** Sees to it that all of the card and its mark are seen; call it when what covers the map has changed. */
  placeCard(): void {
    if (!this.shown || this.map.isMoving()) return;
    const docked = this.isDocked();
    if (docked === this.popup.isOpen()) this.openCard();
    limitCard(this.cardNode, this.container, this.free(false));
    const { feature, id } = this.shown;
    if (!feature) return;
    const placed = this.markers.find((one) => one.id === id);
    const shift = placed?.marker.getOffset() ?? { x: 0, y: 0 };
    const duration = this.restoredId !== null ? null : this.calm() ? 0 : 300;
    if (docked) showMark(this.map, feature.properties.labelPoint, placed?.button ?? null, shift, this.free(), duration);
    else
      makeRoom(
        this.map,
        this.popup,
        reachOf(placed, this.markers),
        shift,
        besideControls(this.free(false), this.container, this.scene().locale),
        duration,
      );
  }

  private viewpoint(): Viewpoint {
    const { lng, lat } = this.map.getCenter().wrap();
    return { zoom: this.map.getZoom(), lat, lon: lng };
  }

  private room(): { top: number; right: number; bottom: number; left: number } {
    const { top, right, bottom, left } = this.free();
    return { top: top + EDGE, right: right + EDGE, bottom: bottom + EDGE, left: left + EDGE };
  }

  /** What is covered at each side: by the page, by the line of credits and, on a narrow map, by the card. */
  private free(card = true): Padding {
    const { padding } = this.scene();
    const credit = this.frame.querySelector<HTMLElement>('.map-credit')?.offsetHeight ?? 0;
    return {
      ...padding,
      bottom: padding.bottom + credit + (card && this.shown && isNarrow(this.container) ? this.cardNode.offsetHeight : 0),
    };
  }

  private isDocked(): boolean {
    return this.shown?.feature === null || isNarrow(this.container);
  }

  private calm(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  private style() {
    const { theme, locale, marked } = this.scene();
    return styleOf(marked, theme, locale);
  }
}
