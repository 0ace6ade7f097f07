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

/** Collects a survey in one pass over the populated places, before any is added. */
export class SurveyBuilder {
  /** `kept` makes what is kept of a row: a copy, where its strings would keep the chunk of a file that they were cut from. */
  constructor(private readonly kept: (city: City) => City = (city) => city) {}

  private readonly population = new Map<string, number>();
  private readonly count = new Map<string, number>();
  private readonly seat = new Map<string, City>();
  private readonly largest = new Map<string, City>();
  private readonly sums = new Map<string, Sums>();

  /** Counts a place, its country and division mended. */
  add(city: City): void {
    for (const code of [city.country, city.admin1, city.admin2]) {
      if (code === null) continue;
      this.population.set(code, (this.population.get(code) ?? 0) + city.population);
      this.count.set(code, (this.count.get(code) ?? 0) + 1);
      if (code.includes('.')) addTo(this.sums, code, city);
    }
    if (city.admin1 !== null && city.featureCode !== 'PPLX') keepLarger(this.largest, city.admin1, city, this.kept);
    if (city.admin1 !== null && /^PPL(C|A|G)$/.test(city.featureCode)) keepLarger(this.seat, city.admin1, city, this.kept);
    if (city.admin2 !== null && city.featureCode === 'PPLA2') keepLarger(this.seat, city.admin2, city, this.kept);
  }

  finish(): Survey {
    const { population, count, seat, largest, sums } = this;
    const centre = (code: string): [number, number] | null => {
      const sum = sums.get(code);
      if (sum === undefined) return null;
      return [degrees(Math.atan2(sum.y, sum.x)), degrees(Math.atan2(sum.z, Math.hypot(sum.x, sum.y)))];
    };
    return { population, count, seat, largest, centre };
  }
}

function keepLarger(seats: Map<string, City>, code: string, city: City, kept: (city: City) => City): void {
  const held = seats.get(code);
  if (held === undefined || held.population < city.population) seats.set(code, kept(city));
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
