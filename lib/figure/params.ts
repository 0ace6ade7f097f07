import { DEFAULT_DPI, DEFAULT_SIZE, DPIS, SIZE_IDS, type Dpi, type SizeId } from './sizes';
import { MAX_ZOOM, MIN_ZOOM, type MapView } from './view';

/** What an address says of a figure, beside what it says of the desk: with both, the same address gives the same picture. */
export interface FigureParams {
  readonly size: SizeId;
  readonly dpi: Dpi;
  /** Null proposes one from the article. */
  readonly title: string | null;
  readonly subtitle: string | null;
  /** Time of making, ISO 8601 in UTC; null where the address leaves it open. */
  readonly at: string | null;
  /** IANA time zone of whoever makes it, such as `Asia/Baghdad`. */
  readonly zone: string | null;
  /** Null shows where the incidents are. */
  readonly view: MapView | null;
  /** For an article of one's own: who published it, where, and its language, which the browser does not keep with the text. */
  readonly source: string | null;
  readonly link: string | null;
  readonly language: string | null;
}

interface Params {
  get(name: string): string | null;
}

/** Reads a figure's part of an address. What it does not understand counts as left out. */
export function parseFigureParams(params: Params): FigureParams {
  return {
    size: SIZE_IDS.find((id) => id === params.get('size')) ?? DEFAULT_SIZE,
    dpi: DPIS.find((dpi) => String(dpi) === params.get('dpi')) ?? DEFAULT_DPI,
    title: params.get('title'),
    subtitle: params.get('subtitle'),
    at: timeOf(params.get('at')),
    zone: zoneOf(params.get('zone')),
    view: viewOf(params.get('frame')),
    source: params.get('source'),
    link: params.get('link'),
    language: params.get('language'),
  };
}

/** The pairs that `parseFigureParams` reads, what is as usual left out. */
export function figureEntries(figure: FigureParams): [string, string][] {
  const { size, dpi, title, subtitle, at, zone, view, source, link, language } = figure;
  const all: [string, string | null][] = [
    ['size', size],
    ['dpi', dpi === DEFAULT_DPI ? null : String(dpi)],
    ['title', title],
    ['subtitle', subtitle],
    ['at', at],
    ['zone', zone],
    ['frame', view === null ? null : formatView(view)],
    ['source', source],
    ['link', link],
    ['language', language],
  ];
  return all.filter((entry): entry is [string, string] => entry[1] !== null);
}

/** `6.25/33.7856/42.4412`: zoom, latitude, longitude, as map addresses are written. */
function formatView({ center: [lon, lat], zoom }: MapView): string {
  return [zoom.toFixed(2), lat.toFixed(4), lon.toFixed(4)].join('/');
}

function viewOf(text: string | null): MapView | null {
  const parts = (text ?? '').split('/');
  const [zoom, lat, lon] = parts.map(Number);
  if (parts.length !== 3 || zoom === undefined || lat === undefined || lon === undefined) return null;
  const fits = zoom >= MIN_ZOOM && zoom <= MAX_ZOOM && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  return fits ? { center: [lon, lat], zoom } : null;
}

/** To the second, so that an address written and read again is the same. */
function timeOf(text: string | null): string | null {
  if (text === null) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : `${time.toISOString().slice(0, 19)}Z`;
}

function zoneOf(text: string | null): string | null {
  if (text === null) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
