import { BARE, DERIVED, PRIMARY } from '../gazetteer/name-flags';
import type { Gazetteer } from '../gazetteer/gazetteer';
import { kindsAgree } from '../gazetteer/kinds';
import { contains, distanceKm, isCapital } from '../gazetteer/relations';
import { FEATURE_CODES } from '../gazetteer/feature-codes';
import { KINDS, type Kind } from '../types';
import { divisionsOf, type EvidenceForName } from './evidence';
import type { ResolutionFeature } from './features';
import type { Group } from './group';

type Emit = (feature: ResolutionFeature, value: number, detail: number) => void;

/** Places farther than this share no neighbourhood; nearer ones count the more the nearer. */
const NEAR_KM = 300;
const AROUND_KM = 100;
const KM_PER_DEGREE = 111;
/** Compared candidates of a neighbouring name; beyond them lie hamlets. */
const MAX_COMPARED = 40;
const POPULATED: ReadonlySet<Kind> = new Set<Kind>(['city', 'town', 'village']);
const CURATED = FEATURE_CODES.indexOf('CURATED');

/**
 * Calls `emit` for every signal on the candidate at posting `posting` of a group's name. `detail` is the place (or
 * for the signals on countries the country index) that the signal speaks of, or -1.
 */
export function extractCandidateFeatures(
  gazetteer: Gazetteer,
  group: Group,
  posting: number,
  evidence: EvidenceForName,
  saidInFull: ReadonlySet<number>,
  emit: Emit,
): void {
  const place = gazetteer.postingPlace[posting] ?? 0;
  const flags = gazetteer.postingFlags[posting] ?? 0;
  const kind = KINDS[gazetteer.kind[place] ?? 0] ?? 'village';
  emit('fame', (gazetteer.fame[place] ?? 0) / 255, -1);
  if (flags & PRIMARY) emit('mainName', 1, -1);
  if (flags & DERIVED) emit('derivedName', 1, -1);
  if (flags & BARE) emit('bareName', 1, -1);
  if (kind === 'country') emit('country', 1, -1);
  if (kind === 'admin1') emit('admin1', 1, -1);
  if (kind === 'admin2') emit('admin2', 1, -1);
  if (isCapital(gazetteer, place)) emit('capital', 1, -1);
  if ((kind === 'admin1' || kind === 'admin2') && !group.headKind) cityInside(gazetteer, group, place, emit);
  if (gazetteer.featureCode[place] === CURATED) emit('curated', 1, -1);
  if (kind === 'country' && saidInFull.has(place)) emit('saidInFull', 1, place);
  if (group.headKind) emit(kindsAgree(group.headKind, kind) ? 'headKind' : 'otherKind', 1, -1);
  neighbourNames(gazetteer, group, place, emit);
  journeys(gazetteer, group, place, emit);
  countrySignals(gazetteer, place, evidence, emit);
  divisionSignals(gazetteer, place, evidence, emit);
  nearest(gazetteer, place, evidence, emit);
}

/** Nearly every seat shares its division's name: without a head noun the town is meant. */
function cityInside(gazetteer: Gazetteer, group: Group, place: number, emit: Emit): void {
  const city = findPlace(
    gazetteer,
    group.name,
    (candidate) => contains(gazetteer, place, candidate) && POPULATED.has(KINDS[gazetteer.kind[candidate] ?? 0] ?? 'site'),
  );
  if (city >= 0) emit('cityInside', 1, -1);
}

function neighbourNames(gazetteer: Gazetteer, group: Group, place: number, emit: Emit): void {
  for (const name of group.followedBy) {
    const outer = findPlace(gazetteer, name, (candidate) => contains(gazetteer, candidate, place));
    if (outer >= 0) {
      emit('namedContainer', 1, outer);
      break;
    }
  }
  for (const name of group.following) {
    const inner = findPlace(gazetteer, name, (candidate) => contains(gazetteer, place, candidate));
    if (inner >= 0) {
      emit('contains', 1, inner);
      break;
    }
  }
}

/** A journey between two places speaks against either lying in the other; the other's most famous bearer stands for it. */
function journeys(gazetteer: Gazetteer, group: Group, place: number, emit: Emit): void {
  for (const name of group.apart) {
    const other = gazetteer.topPlace(name);
    if (contains(gazetteer, place, other) || contains(gazetteer, other, place)) return emit('journey', 1, other);
  }
}

function findPlace(gazetteer: Gazetteer, name: number, matches: (place: number) => boolean): number {
  const from = gazetteer.postingStart[name] ?? 0;
  const to = Math.min(gazetteer.postingStart[name + 1] ?? 0, from + MAX_COMPARED);
  for (let k = from; k < to; k++) {
    const place = gazetteer.postingPlace[k] ?? 0;
    if (matches(place)) return place;
  }
  return -1;
}

function countrySignals(gazetteer: Gazetteer, place: number, evidence: EvidenceForName, emit: Emit): void {
  const country = gazetteer.country[place] ?? 0;
  if (country === 0) return;
  const main = evidence.mainCountry;
  const named = evidence.country(country);
  if (named > 0) emit('countryNamed', saturate(named), country);
  if (main === 0) return;
  if (country === main) emit('mainCountry', 1, country);
  else if (named === 0) emit(gazetteer.neighbours(main).includes(country) ? 'neighbourCountry' : 'foreignCountry', 1, main);
}

function divisionSignals(gazetteer: Gazetteer, place: number, evidence: EvidenceForName, emit: Emit): void {
  for (const division of divisionsOf(gazetteer, place)) {
    const named = evidence.division(division);
    if (named === 0) continue;
    emit('admin1Named', saturate(named), division);
    if (named >= evidence.division(evidence.mainDivision)) emit('mainAdmin1', 1, division);
  }
}

function nearest(gazetteer: Gazetteer, place: number, { anchors, name }: EvidenceForName, emit: Emit): void {
  let best = NEAR_KM;
  let anchor = -1;
  let around = 0;
  for (const other of anchors) {
    // A degree of latitude is 111 km everywhere: most anchors are ruled out without any trigonometry.
    if (
      other.name === name ||
      other.place === place ||
      Math.abs((gazetteer.lat[place] ?? 0) - (gazetteer.lat[other.place] ?? 0)) > NEAR_KM / KM_PER_DEGREE
    )
      continue;
    const km = distanceKm(gazetteer, place, other.place);
    if (km < AROUND_KM) around++;
    if (km < best) {
      best = km;
      anchor = other.place;
    }
  }
  if (anchor >= 0) emit('near', 1 - best / NEAR_KM, anchor);
  if (around > 1) emit('amongOthers', saturate(around), anchor);
}

/** 0 to 1, growing slowly: the tenth naming of a country tells less than the second. */
function saturate(count: number): number {
  return Math.min(1, Math.log2(1 + count) / 4);
}
