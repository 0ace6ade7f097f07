import { mendCity } from './mends';
import type { City } from './sources';

/** What the populated places say about the divisions that they lie in. */
export interface Survey {
  readonly population: ReadonlyMap<string, number>;
  /** Populated places by the code of a country, `IQ`, or a division, `IQ.01` or `IQ.01.99595`. */
  readonly count: ReadonlyMap<string, number>;
  /** The seat of a division of either level. */
  readonly seat: ReadonlyMap<string, City>;
  /** The most populous place of a first-level division. */
  readonly largest: ReadonlyMap<string, City>;
  /** Population-weighted mean of a division's places, `[lon, lat]`; null where it has none. */
  centre(code: string): [number, number] | null;
}

interface Sums {
  weight: number;
  x: number;
  y: number;
  z: number;
}

/** One pass over the populated places, before any is added. */
export function survey(cities: Iterable<City>): Survey {
  const population = new Map<string, number>();
  const count = new Map<string, number>();
  const seat = new Map<string, City>();
  const largest = new Map<string, City>();
  const sums = new Map<string, Sums>();
  for (const raw of cities) {
    const city = mendCity(raw);
    for (const code of [city.country, city.admin1, city.admin2]) {
      if (code === null) continue;
      population.set(code, (population.get(code) ?? 0) + city.population);
      count.set(code, (count.get(code) ?? 0) + 1);
      if (code.includes('.')) addTo(sums, code, city);
    }
    if (city.admin1 !== null && city.featureCode !== 'PPLX') keepLarger(largest, city.admin1, city);
    if (city.admin1 !== null && /^PPL(C|A|G)$/.test(city.featureCode)) keepLarger(seat, city.admin1, city);
    if (city.admin2 !== null && /^PPLA2$/.test(city.featureCode)) keepLarger(seat, city.admin2, city);
  }
  return {
    population,
    count,
    seat,
    largest,
    centre: (code) => {
      const sum = sums.get(code);
      if (sum === undefined) return null;
      return [degrees(Math.atan2(sum.y, sum.x)), degrees(Math.atan2(sum.z, Math.hypot(sum.x, sum.y)))];
    },
  };
}

function keepLarger(seats: Map<string, City>, code: string, city: City): void {
  const held = seats.get(code);
  if (held === undefined || held.population < city.population) seats.set(code, city);
}

/** Sums unit vectors, not degrees: a division may lie across the antimeridian. */
function addTo(sums: Map<string, Sums>, code: string, city: City): void {
  const sum = sums.get(code) ?? { weight: 0, x: 0, y: 0, z: 0 };
  const weight = Math.max(city.population, 1);
  const [lon, lat] = [(city.lon * Math.PI) / 180, (city.lat * Math.PI) / 180];
  sum.weight += weight;
  sum.x += weight * Math.cos(lat) * Math.cos(lon);
  sum.y += weight * Math.cos(lat) * Math.sin(lon);
  sum.z += weight * Math.sin(lat);
  sums.set(code, sum);
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
