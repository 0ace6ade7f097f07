import type { DivisionRecord } from './build-areas';
import { mends } from './mends';
import { plainForm } from './names';
import { readAdminNames } from './sources';

/**
 * Divisions without the names that are another's of the same country: Natural Earth gives some of them their
 * neighbour's or their former parent's (Sennar was "An Nil al Azraq", which is the Blue Nile; Tungurahua and Napo bore
 * each other's labels).
 */
export function withOwnNames(divisions: readonly DivisionRecord[]): DivisionRecord[] {
  const geonames = readAdminNames(1);
  const named = divisions.map((division) => ({ division, theirs: nameByCode(division, geonames) }));
  const theirNames = new Set(named.flatMap(({ division, theirs }) => (theirs === null ? [] : [keyOf(division.country, theirs)])));
  const arabic = new Map(divisions.map((division) => [keyOf(division.country, division.en), division.ar]));
  const bearers = new Map<string, number>();
  for (const { country, en } of divisions) bearers.set(keyOf(country, en), (bearers.get(keyOf(country, en)) ?? 0) + 1);
  const corrected = named.map(({ division, theirs }): DivisionRecord => {
    const own = keyOf(division.country, division.en);
    const shared = (bearers.get(own) ?? 0) > 1 && division.within === undefined;
    const wrong = theirs !== null && own !== keyOf(division.country, theirs) && (theirNames.has(own) || shared);
    const en = wrong ? theirs : division.en;
    const ar = wrong ? (arabic.get(keyOf(division.country, theirs)) ?? null) : division.ar;
    return { ...division, en, ar: ar === null ? null : withoutAddition(ar) };
  });

  const owners = new Map([...geonames].map(([code, name]) => [keyOf(code.slice(0, 2), name), new Set([`admin1:${code}`])]));
  corrected.forEach((division, i) => {
    for (const name of [division.en, named[i]?.theirs ?? division.en]) {
      const key = keyOf(division.country, name);
      owners.set(key, (owners.get(key) ?? new Set()).add(division.id));
    }
  });
  return corrected.map((division) => ({
    ...division,
    alt: division.alt.filter((name) => owners.get(keyOf(division.country, name))?.has(division.id) ?? true),
  }));
}

/** GeoNames' name of a first-level division; null where its codes have been renumbered since, and for others. */
function nameByCode({ code, within }: DivisionRecord, names: ReadonlyMap<string, string>): string | null {
  if (code === null || within !== undefined || mends.renumbered.includes(code.slice(0, 2))) return null;
  return names.get(code) ?? null;
}

function keyOf(country: string, name: string): string {
  return `${country} ${plainForm(name)}`;
}

/** Wikidata's Arabic labels say after a comma where a division is (`المحافظة الشمالية، زامبيا`). */
function withoutAddition(arabic: string): string {
  return arabic.split('،')[0]?.trim() || arabic;
}
