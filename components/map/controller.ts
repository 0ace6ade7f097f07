import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { ArticleMap, Language, PlaceFeature } from '@/lib/types';
import { followPointer } from './area-pointer';
import { boxInView, openingBox } from './camera';
import type { Box } from './camera';
import { CameraMan, isCalm } from './camera-man';
import { CardHolder, withEdge } from './card-holder';
import type { Shown } from './card-holder';
import { createMap } from './create-map';
import { isCrowd } from './crowd';
import { withCrowd } from './crowd-layers';
import { AREAS } from './layer-ids';
import type { Padding } from './make-room';
import { openWhole } from './opening';
import { MarkSet } from './mark-set';
import { areasOf } from './marks';
import { showOverlay } from './overlay';
import type { Overlay } from './overlay';
import type { Mark } from './marks';
import type { Selection } from './selection';
import { printMap } from './print-map';
import { Ring } from './ring';
import { styleOf } from './scene-style';
import type { LoadedBasemap, Theme } from './style';
import type { Viewpoint } from './viewpoint';
import { wordsOfMarkers } from './words';

/** What the page wants shown at this moment. */
export interface Scene {
  readonly map: ArticleMap | null;
  /** Whether it opens on all of its places, however far they lie apart. */
  readonly opensOnAll: boolean;
  /** What it opens on in place of its places; null for these. */
  readonly opensOn: Box | null;
  readonly marked: readonly Mark[];
  readonly locale: Language;
  readonly theme: Theme;
  readonly padding: Padding;
  /** Null for the embedded one. */
  readonly basemap: LoadedBasemap | null;
  /** Which incidents tiles count beside the marks, as the API takes it; null for none. */
  readonly crowd: string | null;
  /** Where the camera is to stand; null for where the article opens. */
  readonly view: Viewpoint | null;
  /** What the address showed with its view when the page was opened; null for nothing. */
  readonly restoredId: string | null;
  readonly events: {
    readonly onSelect: (selection: Selection | null) => void;
    readonly onHighlight: (id: string | null) => void;
    /** The camera came to rest somewhere else. */
    readonly onView: (view: Viewpoint) => void;
    /** What is seen of the world has changed. */
    readonly onBox: (box: Box) => void;
  };
}

/** Below this zoom the names that stand for someone are hidden. */
const FAR = 2.5;

/** Keeps a MapLibre map as the page wants it. The page says what; this and its helpers say how. */
export class MapController {
  private readonly map: MapLibreMap;
  private readonly marks: MarkSet;
  private readonly card: CardHolder;
  private readonly camera: CameraMan;
  private readonly ring: Ring;
  /** Whether the last selection came from the keyboard on a marker: then the card takes the focus. */
  private openedByKeyboard = false;
  private fromMap = false;
  private readonly showNow: () => void;
  private hasStyle = false;
  private unprint: (() => void) | null = null;
  private lit: ReadonlySet<string> = new Set();
  /** What the map's style was last made for. */
  private styled: Pick<Scene, 'marked' | 'theme' | 'basemap' | 'crowd'>;

  constructor(
    private readonly container: HTMLElement,
    private readonly frame: HTMLElement,
    private readonly scene: () => Scene,
  ) {
    const { locale, map, opensOnAll, marked, theme, basemap, padding, view, restoredId } = scene();
    this.styled = { marked, theme, basemap, crowd: null };
    const first = isCrowd(marked) ? [] : marked;
    const style = styleOf(first, theme, locale, first, basemap);
    const [box, room] = [openingBox(map, opensOnAll), withEdge(padding, container)];
    this.map = createMap({ container, frame, style, locale, box, view, padding: room });
    this.showNow = openWhole(this.map);
    this.ring = new Ring(this.map);
    this.marks = new MarkSet(this.map, {
      onSelect: (id, byKeyboard) => this.select(id, byKeyboard),
      // From the keyboard, the first of a group's parts has the focus once they are seen.
      onOpen: (group, byKeyboard) => this.camera.open(group, () => byKeyboard && this.marks.focus(group.marks[0]?.feature.id ?? '')),
      onHighlight: (id) => this.scene().events.onHighlight(id),
    });
    this.card = new CardHolder(this.map, frame, () => {
      const { padding: covered, locale: language } = this.scene();
      return {
        padding: covered,
        locale: language,
        markers: this.marks.placed,
        duration: this.camera.isRestored ? null : isCalm() ? 0 : 300,
      };
    });
    const asked = () => ({
      map: this.scene().map,
      opensOnAll: this.scene().opensOnAll,
      opensOn: this.scene().opensOn,
      view: this.scene().view,
      onView: this.scene().events.onView,
    });
    this.camera = new CameraMan(this.map, this.card, asked, restoredId);
    this.listen();
  }

  /** Where the page writes the card. */
  get cardNode(): HTMLElement {
    return this.card.node;
  }

  /** Draws the scene's marks, in its theme and language. */
  draw(): void {
    const { map, marked, theme, locale, basemap, crowd } = this.scene();
    delete this.container.dataset['ready'];
    const { styled } = this;
    const isOther = marked !== styled.marked || theme !== styled.theme || basemap !== styled.basemap || crowd !== styled.crowd;
    // What another basemap asks for depends on the screen's own pixels.
    if (basemap !== null) this.showNow();
    this.styled = { marked, theme, basemap, crowd };
    this.marks.draw(marked, wordsOfMarkers(locale));
    if (isOther) {
      // Before the first style is read there is nothing to compare with, and the map would begin anew.
      if (this.hasStyle) this.map.setStyle(this.style());
      else void this.map.once('style.load', () => this.map.setStyle(this.style()));
    }
    void this.map.once('idle', () => {
      this.marks.spread();
      if (map) this.container.dataset['ready'] = 'true';
    });
    this.map.triggerRepaint();
  }

  /** Opens on what an article is about. */
  openOn(map: ArticleMap | null): void {
    this.camera.openOn(map);
  }

  /** Goes where the address says, as after a step back. */
  goTo(view: Viewpoint | null): void {
    this.camera.goTo(view);
  }

  /** Lights a place or an incident, lifts the selected one, and lets the others stand back. An incident lights its place's area too. */
  light(selected: string | null, highlight: string | null): void {
    this.marks.light(selected, highlight);
    const [selectedArea, litArea] = [this.marks.placeOf(selected), this.marks.placeOf(highlight)];
    const apply = (): void => {
      this.drawAreas();
      const ids = new Set(this.marks.drawn.map((mark) => mark.feature.id));
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
    this.camera.expect(shown?.id ?? null, this.card.id !== null);
    this.card.open(shown);
    if (!shown) return;
    if (shown.feature) this.camera.follow(shown.feature, this.fromMap);
    this.fromMap = false;
    this.card.place();
    if (this.openedByKeyboard) this.card.focus();
    this.openedByKeyboard = false;
  }

  /** Sees to it that all of the card and its mark are seen; call it when what covers the map has changed. */
  placeCard(): void {
    this.card.place();
    this.tellBox();
  }

  /** Rings a place that has no mark of its own; null takes the ring away. */
  ringAround(feature: PlaceFeature | null): void {
    this.ring.lay(feature);
  }

  /** Lays what a review shows over the map; gives what takes it away. */
  lay(overlay: Overlay): () => void {
    return showOverlay(this.map, overlay, this.card.free(false));
  }

  /** Gives the focus back to a place's or an incident's marker. */
  focusMarker(id: string): void {
    this.marks.focus(id);
  }

  remove(): void {
    this.unprint?.();
    this.marks.remove();
    this.card.remove();
    this.map.remove();
    delete this.container.dataset['ready'];
  }

  private listen(): void {
    void this.map.once('style.load', () => (this.hasStyle = true));
    this.unprint = printMap(this.map);
    const far = (): void => {
      this.container.dataset['far'] = String(this.map.getZoom() < FAR);
    };
    far();
    this.map.on('zoom', far);
    this.map.on('resize', () => this.card.place());
    this.map.on('zoomend', () => this.marks.spread());
    this.map.on('moveend', () => {
      this.tellBox();
      if (!this.marks.isCrowd) return;
      this.marks.refresh();
      this.drawAreas();
    });
    followPointer(this.map, {
      onPress: (placeId) => {
        if (this.container.dataset['drawing']) return;
        if (placeId === null) this.scene().events.onSelect(null);
        else this.select(placeId, false);
      },
      onHover: (placeId) => this.scene().events.onHighlight(placeId),
    });
  }

  /** Of a crowd, the areas of what is in sight; all others stand in the style from the start. */
  private drawAreas(): void {
    if (this.marks.isCrowd) this.map.getSource<GeoJSONSource>(AREAS)?.setData(areasOf(this.marks.drawn));
  }

  private tellBox(): void {
    this.scene().events.onBox(boxInView(this.map, this.scene().padding));
  }

  private select(id: string, byKeyboard: boolean): void {
    this.fromMap = this.card.id !== id;
    this.openedByKeyboard = byKeyboard;
    this.scene().events.onSelect(this.marks.isIncident(id) ? { incidentId: id, mention: 0 } : { placeId: id, mention: 0 });
  }

  private style() {
    const { theme, locale, basemap, crowd } = this.scene();
    const { drawn, isCrowd: many } = this.marks;
    // Of a crowd, what is named changes with the view.
    const style = styleOf(drawn, theme, locale, many ? [] : drawn, basemap);
    return crowd === null ? style : withCrowd(style, theme, crowd, this.frame);
  }
}
