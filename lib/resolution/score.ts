import { BARE, DERIVED, PRIMARY } from '../gazetteer/name-flags';
import { NONE, type Gazetteer } from '../gazetteer/gazetteer';
import { kindsAgree } from '../gazetteer/kinds';
import { contains, distanceKm, isCapital } from '../gazetteer/relations';
import { FEATURE_CODES } from '../gazetteer/feature-codes';
import { KINDS } from '../types';
import type { Evidence } from './evidence';
import type { ResolutionFeature } from './features';
import type { Group } from './group';

type Emit = (feature: ResolutionFeature, value: number, detail: number) => void;

/** Places farther than this share no neighbourhood; nearer ones count the more the nearer. */
const NEAR_KM = 300;
/** Compared candidates of a neighbouring name; beyond them lie hamlets. */
const MAX_COMPARED = 40;
const CURATED = FEATURE_CODES.indexOf('CURATED');

/**
 * Calls `emit` for every signal on the candidate at posting `posting` of a group's name. `detail` is the place (or
 * for the signals on countries the country index) that the signal speaks of, or -1.
 */
export function extractCandidateFeatures(
  gazetteer: Gazetteer,
  group: Group,
  groupIndex: number,
  posting: number,
  evidence: Evidence,
  fullNames: ReadonlySet<number>,
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
  if (gazetteer.featureCode[place] === CURATED) emit('curated', 1, -1);
  if (kind === 'country' && fullNames.has(place)) emit('saidInFull', 1, place);
  if (group.headKind) emit(kindsAgree(group.headKind, kind) ? 'headKind' : 'otherKind', 1, -1);
  neighbourNames(gazetteer, group, place, emit);
  countrySignals(gazetteer, place, evidence, emit);
  const division = gazetteer.admin1[place] ?? NONE;
  const named = division === NONE ? 0 : (evidence.admin1.get(division) ?? 0);
  if (named > 0) emit('admin1Named', saturate(named), division);
  nearest(gazetteer, groupIndex, place, evidence, emit);
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

function findPlace(gazetteer: Gazetteer, name: number, matches: (place: number) => boolean): number {
  const from = gazetteer.postingStart[name] ?? 0;
  const to = Math.min(gazetteer.postingStart[name + 1] ?? 0, from + MAX_COMPARED);
  for (let k = from; k < to; k++) {
    const place = gazetteer.postingPlace[k] ?? 0;
    if (matches(place)) return place;
  }
  return -1;
}

function countrySignals(gazetteer: Gazetteer, place: number, { countries, mainCountry }: Evidence, emit: Emit): void {
  const country = gazetteer.country[place] ?? 0;
  if (country === 0 || mainCountry === 0) return;
  const named = countries[country] ?? 0;
  if (named > 0) emit('countryNamed', saturate(named), country);
  if (country === mainCountry) emit('mainCountry', 1, country);
  else if (named === 0) emit(gazetteer.neighbours(mainCountry).includes(country) ? 'neighbourCountry' : 'foreignCountry', 1, mainCountry);
}

function nearest(gazetteer: Gazetteer, groupIndex: number, place: number, { anchors }: Evidence, emit: Emit): void {
  let best = NEAR_KM;
  let anchor = -1;
  for (const other of anchors) {
    if (other.group === groupIndex || other.place === place) continue;
    const km = distanceKm(gazetteer, place, other.place);
    if (km < best) {
      best = km;
      anchor = other.place;
    }
  }
  if (anchor >= 0) emit('near', 1 - best / NEAR_KM, anchor);
}

/** 0 to 1, growing slowly: the tenth naming of a country tells less than the second. */
function saturate(count: number): number {
  return Math.min(1, Math.log2(1 + count) / 4);
}
