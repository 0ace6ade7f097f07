import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ArticleMap, PlaceFeature } from '@/lib/types';
import { boxOf, flightTime, openingBox, toBounds } from './camera';
import type { Box } from './camera';
import type { CardHolder } from './card-holder';
import { isNarrow } from './card-room';
import type { Group } from './crowd';
import { formatViewpoint } from './viewpoint';
import type { Viewpoint } from './viewpoint';

/** The zoom at which a place that is asked for is seen with its region, at least. */
const CLOSE = 6.2;
/** Milliseconds of a move that leads back to where the camera stood. */
const BACK_MS = 300;

interface Asked {
  readonly map: ArticleMap | null;
  readonly opensOnAll: boolean;
  readonly opensOn: Box | null;
  readonly view: Viewpoint | null;
  readonly onView: (view: Viewpoint) => void;
}

/** Moves the camera: to what an article is about, to what is chosen, to where the address says; and tells where it came to rest. */
export class CameraMan {
  /** The text that the camera was opened on: a date that changes moves no camera. */
  private openedOn: string | null = null;
  /** What the address says of the camera, as far as it was told; empty where it says nothing and the camera stands as it opened. */
  private known: string;
  /** Where the camera stood when it opened. */
  private opening: string;
  /** What an address shows together with a view: it is shown in that picture as it is, and moves nothing. */
  private restoredId: string | null;
  /** Where what was last chosen lies. */
  private followed = '';

  constructor(
    private readonly map: MapLibreMap,
    private readonly card: CardHolder,
    private readonly asked: () => Asked,
    restoredId: string | null,
  ) {
    const { view } = asked();
    this.restoredId = restoredId;
    this.known = view === null ? '' : formatViewpoint(view);
    this.opening = formatViewpoint(this.viewpoint());
    map.on('moveend', (event) => this.rest('opens' in event));
  }

  /** Opens on what an article is about. */
  openOn(map: ArticleMap | null): void {
    const text = map?.article.sha256 ?? null;
    if (text !== null && text === this.openedOn) return;
    this.openedOn = text;
    // The timeline may have come with the article, and taken its room from the map.
    this.map.resize();
    if (this.asked().view === null) this.openingView(0);
  }

  /** Goes where the address says, as after a step back: to where the camera stood, or to where the article opens. */
  goTo(view: Viewpoint | null): void {
    const asked = view === null ? '' : formatViewpoint(view);
    if (asked === this.known) return;
    this.restoredId = this.card.id;
    const duration = isCalm() ? 0 : BACK_MS;
    if (view === null) return this.openingView(duration);
    this.known = asked;
    this.map.easeTo({ center: [view.lon, view.lat], zoom: view.zoom, duration });
    void this.map.once('moveend', () => this.card.place());
  }

  /** Takes note of what is about to be shown; `before` is whether something is. */
  expect(id: string | null, before: boolean): void {
    if (id !== this.restoredId && (id !== null || before)) this.restoredId = null;
  }

  /** Whether what is shown is part of a picture that the address brought back, and moves nothing. */
  get isRestored(): boolean {
    return this.restoredId !== null;
  }

  /** Takes the camera to a place, unless the reader chose it on the map itself and sees it. */
  follow(feature: PlaceFeature, isChosenOnMap: boolean): void {
    const point = feature.properties.labelPoint.join();
    const isAgain = point === this.followed;
    this.followed = point;
    if (!this.isRestored && (!isChosenOnMap || !this.isInside(feature))) this.flyTo(feature, isAgain);
  }

  /** Goes as close as a group needs to fall apart, and calls `then` when it is there. */
  open({ point: [lon, lat], opensAt }: Group, then: () => void): void {
    const zoom = Math.max(this.map.getZoom() + 1, opensAt ?? 0);
    this.map.easeTo({ center: [lon, lat], zoom, duration: isCalm() ? 0 : flightTime(0) });
    void this.map.once('moveend', then);
  }

  private openingView(duration: number): void {
    this.known = '';
    const { map, opensOnAll, opensOn } = this.asked();
    const box = toBounds(opensOn ?? openingBox(map, opensOnAll));
    this.map.fitBounds(box, { padding: this.card.room(), maxZoom: 7.5, duration }, { opens: true });
  }

  private rest(opens: boolean): void {
    const view = this.viewpoint();
    const now = formatViewpoint(view);
    if (opens) this.opening = now;
    if (opens || now === (this.known || this.opening)) return;
    this.known = now;
    this.asked().onView(view);
  }

  private flyTo(feature: PlaceFeature, isAgain: boolean): void {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const room = this.card.room();
    const height = clientHeight - room.top - room.bottom;
    const card = isNarrow(this.map.getContainer()) ? 0 : Math.min(this.card.node.offsetHeight + 50, height * 0.55);
    const camera = this.map.cameraForBounds(toBounds(boxOf(feature)), { padding: { ...room, top: room.top + card }, maxZoom: 8 });
    if (!camera?.center || camera.zoom === undefined || this.isSeen(feature, camera.zoom, isAgain)) return;
    const target = this.map.project(camera.center);
    const far = Math.hypot(target.x - clientWidth / 2, target.y - clientHeight / 2);
    this.map.easeTo({ ...camera, duration: isCalm() ? 0 : flightTime(far) });
    void this.map.once('moveend', () => this.card.place());
  }

  /** Whether the place lies in the free part of the map already, at a zoom near the one it asks for; what is seen closer is left so for all that happened there. */
  private isSeen(feature: PlaceFeature, zoom: number, isAgain: boolean): boolean {
    const now = this.map.getZoom();
    return this.isInside(feature) && now > Math.min(zoom, CLOSE) - 1.2 && (isAgain || now < zoom + 2.5);
  }

  private isInside(feature: PlaceFeature): boolean {
    const [lon, lat] = feature.properties.labelPoint;
    const { x, y } = this.map.project([lon, lat]);
    const { top, right, bottom, left } = this.card.free();
    const { clientWidth, clientHeight } = this.map.getContainer();
    return x > left && x < clientWidth - right && y > top && y < clientHeight - bottom;
  }

  private viewpoint(): Viewpoint {
    const { lng, lat } = this.map.getCenter().wrap();
    return { zoom: this.map.getZoom(), lat, lon: lng };
  }
}

/** Whether nothing may move. */
export function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
