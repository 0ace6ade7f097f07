import { bbox, booleanPointInPolygon } from '@turf/turf';
import { plainForm } from './names';
import type { Division, Match } from './natural-earth';
import type { City } from './sources';

/** Share of a division's places that must lie in one GeoNames division, and the reverse, to call them the same. */
const SAME = 0.75;
/** Share of a division's places in one GeoNames division for it to lie in that. */
const WITHIN = 0.6;
/** Share of a GeoNames division's places that a division must hold to be it under another name. */
const MOST = 0.5;
/** Degrees of the grid that finds the divisions near a place. */
const CELL = 2;

type Counts = Map<string, number>;

/**
 * Finds what each Natural Earth division is to GeoNames, whose codes change more often than Natural Earth follows.
 *
 * Names and codes alone fail for a third of them (French departments, British counties, Kosovo), so the places of
 * cities500 vote: a division that holds nearly all places of a first-level code, and hardly any other, is it.
 */
export function matchDivisions(
  divisions: readonly Division[],
  cities: readonly City[],
  admin1Names: ReadonlyMap<string, string>,
  admin2Names: ReadonlyMap<string, string>,
): Map<Division, Match> {
  const total1: Counts = new Map();
  const total2: Counts = new Map();
  const held = new Map(
    divisions.map((d) => [d, { countries: new Map() as Counts, admin1: new Map() as Counts, admin2: new Map() as Counts, places: 0 }]),
  );
  const nearby = gridOf(divisions);
  for (const city of cities) {
    if (city.admin1 === null) continue;
    count(total1, city.admin1);
    if (city.admin2 !== null) count(total2, city.admin2);
    for (const division of nearby(city.lon, city.lat)) {
      if (!booleanPointInPolygon([city.lon, city.lat], division.geometry)) continue;
      const votes = held.get(division);
      if (votes === undefined) continue;
      votes.places++;
      count(votes.countries, city.country);
      count(votes.admin1, city.admin1);
      if (city.admin2 !== null) count(votes.admin2, city.admin2);
      break;
    }
  }

  const matches = new Map<Division, Match>();
  const claimed = new Set<string>();
  for (const [division, votes] of held) {
    const a1 = most(votes.admin1);
    if (a1 === null || a1.count < SAME * votes.places || a1.count < SAME * (total1.get(a1.key) ?? 0) || claimed.has(a1.key)) continue;
    claimed.add(a1.key);
    matches.set(division, { country: countryOf(division, a1.key), level: 1, code: a1.key, admin1: a1.key });
  }
  const secondLevel = new SecondLevel(admin2Names);
  for (const [division, votes] of held) {
    if (matches.has(division)) continue;
    const a1 = most(votes.admin1);
    const mostlyIn = a1 !== null && a1.count >= WITHIN * votes.places ? a1.key : null;
    // A code that Natural Earth gives counts without a like name only where the division is most of it: Antique is not Western Visayas.
    const most1 = a1 !== null && a1.count >= MOST * (total1.get(a1.key) ?? 0) ? mostlyIn : null;
    const named = byName(division, admin1Names, most1);
    if (named !== null && !claimed.has(named) && (mostlyIn === null || mostlyIn === named || named === division.properties.gn_a1_code)) {
      claimed.add(named);
      matches.set(division, { country: countryOf(division, named), level: 1, code: named, admin1: named });
    } else if (mostlyIn !== null) {
      const a2 = most(votes.admin2);
      const same = a2 !== null && a2.count >= WITHIN * votes.places && a2.count >= WITHIN * (total2.get(a2.key) ?? 0);
      const voted = same && a2.key.startsWith(`${mostlyIn}.`) && admin2Names.has(a2.key) && !claimed.has(a2.key) ? a2.key : null;
      const code = voted ?? secondLevel.byName(division, mostlyIn, claimed);
      if (code !== null) claimed.add(code);
      matches.set(division, { country: countryOf(division, mostlyIn), level: 2, code, admin1: mostlyIn });
    } else {
      const country = most(votes.countries);
      if (country !== null && country.count >= WITHIN * votes.places)
        matches.set(division, { country: countryOf(division, country.key), level: 1, code: null, admin1: null });
    }
  }
  return matches;

  /** GeoNames says which territory it is (Natural Earth puts Mayotte in France), unless that is settled. */
  function countryOf({ properties }: Division, code: string): string {
    return properties.settled ? properties.country : code.slice(0, 2);
  }
}

/** The first-level code whose GeoNames name is one of the division's names, or which Natural Earth gives with such a name. */
function byName(division: Division, names: ReadonlyMap<string, string>, mostOf: string | null): string | null {
  const { properties } = division;
  const own = new Set(
    [
      properties.name,
      properties.name_en,
      properties.gn_name,
      properties.gns_name,
      properties.woe_name,
      ...properties.name_alt.split('|'),
    ].map(plainForm),
  );
  own.delete('');
  const given = names.get(properties.gn_a1_code);
  if (given !== undefined && (mostOf === properties.gn_a1_code || own.has(plainForm(given)))) return properties.gn_a1_code;
  for (const [code, name] of names) if (code.startsWith(`${properties.country}.`) && own.has(plainForm(name))) return code;
  return null;
}

/** Second-level divisions by their first-level division and plain name. */
class SecondLevel {
  private readonly codes = new Map<string, string>();

  constructor(names: ReadonlyMap<string, string>) {
    for (const [code, name] of names) this.codes.set(`${code.split('.').slice(0, 2).join('.')} ${plainForm(name)}`, code);
  }

  byName({ properties }: Division, admin1: string, claimed: ReadonlySet<string>): string | null {
    for (const name of [properties.name, properties.name_en, properties.gn_name]) {
      const code = this.codes.get(`${admin1} ${plainForm(name)}`);
      if (code !== undefined && !claimed.has(code)) return code;
    }
    return null;
  }
}

function gridOf(divisions: readonly Division[]): (lon: number, lat: number) => readonly Division[] {
  const cells = new Map<number, Division[]>();
  const cell = (x: number, y: number): number => x * 1000 + y;
  for (const division of divisions) {
    const [west, south, east, north] = bbox(division.geometry);
    for (let x = Math.floor(west / CELL); x <= Math.floor(east / CELL); x++)
      for (let y = Math.floor(south / CELL); y <= Math.floor(north / CELL); y++) {
        const there = cells.get(cell(x, y));
        if (there === undefined) cells.set(cell(x, y), [division]);
        else there.push(division);
      }
  }
  return (lon, lat) => cells.get(cell(Math.floor(lon / CELL), Math.floor(lat / CELL))) ?? [];
}

function count(counts: Counts, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function most(counts: Counts): { key: string; count: number } | null {
  let best: { key: string; count: number } | null = null;
  for (const [key, n] of counts) if (best === null || n > best.count) best = { key, count: n };
  return best;
}
