import type { Gazetteer } from '../gazetteer/gazetteer';
import { isSkeleton } from '../gazetteer/lookup';
import type { Recognition } from '../recognition/recognize';
import type { NameMatch } from '../recognition/scan';
import { calibrate, type CalibrationWeights } from './calibrate';
import type { Candidate, Reason, Resolution } from '../types';
import { gatherEvidence, type Belief, type Evidence, EvidenceForName } from './evidence';
import type { ResolutionFeature, ResolutionWeights } from './features';
import { groupMentions, type Group } from './group';
import { extractCandidateFeatures } from './score';

/** Weights and calibration of resolution: `data/models/resolution.json`. */
export interface ResolutionModel {
  readonly weights: ResolutionWeights;
  /** Divides score differences before they become probabilities; above 1 it makes them more modest. */
  readonly temperature: number;
  /** Weights of `calibrate`. */
  readonly calibration: CalibrationWeights;
}

/** A scored candidate before its reasons are written out. */
export interface ScoredCandidate {
  readonly place: number;
  readonly score: number;
  readonly signals: readonly Signal[];
}
interface Signal {
  readonly feature: ResolutionFeature;
  readonly value: number;
  readonly weight: number;
  readonly detail: number;
}

/** Each round believes the last one's places; more change nothing (measured). */
const ROUNDS = 3;
/** Runners-up that are kept. */
const MAX_CANDIDATES = 6;
/** Candidates that are scored of one name: the most famous, which the gazetteer lists first. */
const MAX_SCORED = 255;

/**
 * Toponym resolution: ranks, for each mention, the places that bear its name by what the whole article says. All
 * mentions of one name (under one head noun) mean one place. `home`: countries that the article's source speaks for. Pure. Resolutions come in the order of the mentions.
 */
export function resolve(
  recognition: Recognition,
  gazetteer: Gazetteer,
  model: ResolutionModel,
  home: readonly number[] = [],
): Resolution[] {
  const resolutions: Resolution[] = [];
  for (const { group, candidates } of rankGroups(recognition, gazetteer, model, home)) {
    const confidence = confidenceOf(gazetteer, group.name, candidates, model);
    const kept = candidates.slice(0, MAX_CANDIDATES).map((candidate) => toCandidate(gazetteer, candidate));
    for (const index of group.mentions) {
      const mention = recognition.mentions[index];
      if (mention) resolutions[index] = { mention, candidates: kept, confidence };
    }
  }
  return resolutions.filter((resolution) => resolution !== undefined);
}

/** Of two towns of one country whose consonants are the same the text may mean either: 83 % of skeletons are one town's alone. */
const SKELETON_TRUST = 0.83;

/** The calibrated probability that the first candidate is right; 0 where there is none. */
function confidenceOf(gazetteer: Gazetteer, name: number, candidates: readonly ScoredCandidate[], model: ResolutionModel): number {
  const best = candidates[0];
  if (!best) return 0;
  const share = shareOfBest(candidates, model.temperature);
  const spoken = new Set(best.signals.map(({ feature }) => feature));
  const confidence = calibrate(model.calibration, gazetteer, best.place, share, candidates.length, spoken);
  return isSkeleton(gazetteer, name) ? confidence * SKELETON_TRUST : confidence;
}

/** A group of mentions with its candidates, best first. */
export interface RankedGroup {
  readonly group: Group;
  readonly candidates: readonly ScoredCandidate[];
}

/** Ranks the candidates of each group of mentions, with every signal; training learns its weights from this. */
export function rankGroups(
  { mentions, matches: indexes, context }: Recognition,
  gazetteer: Gazetteer,
  model: ResolutionModel,
  home: readonly number[] = [],
): RankedGroup[] {
  const matches = indexes.map((index) => context.matches[index]).filter((match): match is NameMatch => match !== undefined);
  const groups = groupMentions(mentions, matches, context);
  let evidence: Evidence = gatherEvidence([], context.words, home, gazetteer);
  let ranked: RankedGroup[] = groups.map((group) => ({ group, candidates: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    const before = ranked;
    ranked = groups.map((group, i) => ({
      group,
      candidates: scoreCandidates(gazetteer, group, new EvidenceForName(evidence, group.name), placesSaidInFull(before, i), model.weights),
    }));
    const beliefs = ranked.flatMap(({ group, candidates }): Belief[] => {
      const best = candidates[0];
      return best
        ? [{ name: group.name, place: best.place, mentions: group.mentions.length, confidence: shareOfBest(candidates, model.temperature) }]
        : [];
    });
    evidence = gatherEvidence(beliefs, context.words, home, gazetteer);
  }
  return ranked;
}

/** Places that the article names more fully elsewhere, with a head noun or by another name: `سلطنة عمان` beside a bare `عمان`. */
function placesSaidInFull(ranked: readonly RankedGroup[], own: number): ReadonlySet<number> {
  const places = new Set<number>();
  const name = ranked[own]?.group.name;
  if (ranked[own]?.group.headKind) return places;
  ranked.forEach(({ group, candidates }, i) => {
    const best = candidates[0];
    if (best && i !== own && (group.headKind !== null || group.name !== name)) places.add(best.place);
  });
  return places;
}

function scoreCandidates(
  gazetteer: Gazetteer,
  group: Group,
  evidence: EvidenceForName,
  saidInFull: ReadonlySet<number>,
  weights: ResolutionWeights,
): ScoredCandidate[] {
  const from = gazetteer.postingStart[group.name] ?? 0;
  const to = Math.min(gazetteer.postingStart[group.name + 1] ?? 0, from + MAX_SCORED);
  const scored: ScoredCandidate[] = [];
  const skeleton = isSkeleton(gazetteer, group.name);
  for (let posting = from; posting < to; posting++) {
    const country = gazetteer.country[gazetteer.postingPlace[posting] ?? 0] ?? 0;
    // "The Ugandan town of Bwera" is no town of Pakistan's; across a border it may be ("the Israeli settlement of").
    if (group.country > 0 && country !== group.country && !gazetteer.neighbours(group.country).includes(country)) continue;
    // Consonants alone say nothing beyond the countries that the article speaks of.
    if (skeleton && evidence.country(country) === 0) continue;
    let score = 0;
    const signals: Signal[] = [];
    extractCandidateFeatures(gazetteer, group, posting, evidence, saidInFull, (feature, value, detail) => {
      const weight = (weights[feature] ?? 0) * value;
      score += weight;
      signals.push({ feature, value, weight, detail });
    });
    scored.push({ place: gazetteer.postingPlace[posting] ?? 0, score, signals });
  }
  return scored.sort((a, b) => b.score - a.score || a.place - b.place);
}

/** Softmax probability of the first candidate, among all, at a temperature. */
export function shareOfBest(candidates: readonly ScoredCandidate[], temperature: number): number {
  const best = candidates[0]?.score ?? 0;
  let sum = 0;
  for (const candidate of candidates) sum += Math.exp((candidate.score - best) / temperature);
  return sum === 0 ? 0 : 1 / sum;
}

function toCandidate(gazetteer: Gazetteer, { place, score, signals }: ScoredCandidate): Candidate {
  return {
    place,
    score,
    reasons: signals
      .filter((signal) => signal.weight !== 0)
      .map((signal) => toReason(gazetteer, signal))
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}

const COUNTRY_SIGNALS: ReadonlySet<ResolutionFeature> = new Set(['countryNamed', 'mainCountry', 'neighbourCountry', 'foreignCountry']);

/** `signal` is filled in with words by the geojson stage; here it is the signal's name. */
function toReason(gazetteer: Gazetteer, { feature, weight, detail }: Signal): Reason {
  const named =
    detail < 0 ? null : COUNTRY_SIGNALS.has(feature) ? (gazetteer.countryCodes[detail] ?? null) : gazetteer.place(detail).names.en;
  return { signal: feature, code: feature, weight, detail: named };
}
