/** Where the camera stands: the middle of the map in degrees, and MapLibre's zoom. */
export interface Viewpoint {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** So that the same address gives the same picture: a ten-thousandth of a zoom is a twentieth of a pixel at a wide map's edge. */
const ZOOM_DIGITS = 4;
/** About a metre, a fiftieth of a pixel at the closest zoom. */
const DEGREE_DIGITS = 5;

/** `6.2/33.78/42.44`, zoom, latitude, longitude, as other maps write it: rounded to what can be seen. */
export function formatViewpoint({ zoom, lat, lon }: Viewpoint): string {
  return [Number(zoom.toFixed(ZOOM_DIGITS)), Number(lat.toFixed(DEGREE_DIGITS)), Number(lon.toFixed(DEGREE_DIGITS))].join('/');
}

/** Reads what `formatViewpoint` writes; null for anything else, and for a place that no map shows. */
export function parseViewpoint(text: string | null): Viewpoint | null {
  const parts = (text ?? '').split('/');
  if (parts.length !== 3 || parts.some((part) => !/^-?\d{1,3}(\.\d{1,9})?$/.test(part))) return null;
  const [zoom = NaN, lat = NaN, lon = NaN] = parts.map(Number);
  return zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 85.06 && Math.abs(lon) <= 180 ? { zoom, lat, lon } : null;
}
