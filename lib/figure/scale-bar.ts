import { millimetresPerUnit, type FigureSize } from './sizes';
import type { MapView } from './view';

/** A scale bar that is true at the middle latitude of the map. */
export interface ScaleBar {
  /** A round distance in metres: 1, 2 or 5 times a power of ten. */
  readonly metres: number;
  /** Units of the page. */
  readonly width: number;
  /** 1 : this, for the size printed or on a screen at 96 dpi, to three figures. */
  readonly ratio: number;
  /** Degrees; positive north. */
  readonly latitude: number;
}

/** WGS 84: metres, and the square of the first eccentricity. */
const SEMI_MAJOR = 6_378_137;
const ECCENTRICITY_2 = 0.006_694_379_990_14;
const TILE = 512;

/** The longest round bar that is no wider than `maxWidth` units of the page. */
export function scaleBar({ center, zoom }: MapView, size: FigureSize, maxWidth: number): ScaleBar {
  const latitude = center[1];
  const metres = metresPerUnit(latitude, zoom);
  const length = roundDown(metres * maxWidth);
  const exact = metres / (millimetresPerUnit(size) / 1000);
  return { metres: length, width: length / metres, ratio: Number(exact.toPrecision(3)), latitude };
}

/**
 * Metres on the ground to a unit of a Web Mercator map at a latitude, from west to east: the parallel's length on the
 * WGS 84 ellipsoid (radius of curvature in the prime vertical × cos φ), over the units that it has on the map.
 */
function metresPerUnit(latitude: number, zoom: number): number {
  const phi = (latitude * Math.PI) / 180;
  const primeVertical = SEMI_MAJOR / Math.sqrt(1 - ECCENTRICITY_2 * Math.sin(phi) ** 2);
  return (2 * Math.PI * primeVertical * Math.cos(phi)) / (TILE * 2 ** zoom);
}

function roundDown(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const step = [5, 2, 1].find((factor) => factor * power <= metres * (1 + 1e-9)) ?? 1;
  return step * power;
}
