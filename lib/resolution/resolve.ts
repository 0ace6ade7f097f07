import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Recognition } from '../recognition/recognize';
import type { NameMatch } from '../recognition/scan';
import type { Candidate, Reason, Resolution } from '../types';
import { gatherEvidence, type Belief, type Evidence } from './evidence';
import type { ResolutionFeature, ResolutionWeights } from './features';
import { groupMentions, type Group } from './group';
import { extractCandidateFeatures } from './score';

/** Weights and calibration of resolution: `data/models/resolution.json`. */
export interface ResolutionModel {
  readonly weights: ResolutionWeights;
  /** Divides score differences before they become probabilities; above 1 it makes them more modest. */
  readonly temperature: number;
}

/** A scored candidate before its reasons are written out. */
interface Scored {
  readonly place: number;
  readonly score: number;
  readonly signals: readonly Signal[];
}
interface Signal {
  readonly feature: ResolutionFeature;
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
 * mentions of one name (under one head noun) mean one place. Pure. Resolutions come in the order of the mentions.
 */
export function resolve(recognition: Recognition, gazetteer: Gazetteer, model: ResolutionModel, maxDetail = MAX_CANDIDATES): Resolution[] {
  const { mentions, context } = recognition;
  const matches = recognition.matches.map((index) => context.matches[index]).filter((match): match is NameMatch => match !== undefined);
  const groups = groupMentions(mentions, matches, context);
  let evidence: Evidence = gatherEvidence([], context.words, gazetteer);
  let scored: Scored[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const full = fullNames(groups, scored);
    scored = groups.map((group, i) => scoreCandidates(gazetteer, group, i, evidence, full, model.weights));
    const beliefs = scored.flatMap((candidates, i): Belief[] => {
      const best = candidates[0];
      const mentionCount = groups[i]?.mentions.length ?? 1;
      return best ? [{ group: i, place: best.place, mentions: mentionCount, confidence: confidenceOf(candidates, model.temperature) }] : [];
    });
    evidence = gatherEvidence(beliefs, context.words, gazetteer);
  }
  const resolutions: Resolution[] = [];
  groups.forEach((group, i) => {
    const candidates = scored[i] ?? [];
    if (candidates.length === 0) return;
    const confidence = confidenceOf(candidates, model.temperature);
    const kept = candidates.slice(0, maxDetail).map((candidate) => toCandidate(gazetteer, candidate));
    for (const index of group.mentions) {
      const mention = mentions[index];
      if (mention) resolutions[index] = { mention, candidates: kept, confidence };
    }
  });
  return resolutions;
}

/** Places that the article also names more fully, with their head noun: `سلطنة عمان` beside a bare `عمان`. */
function fullNames(groups: readonly Group[], scored: readonly (readonly Scored[])[]): Map<number, Set<number>> {
  const full = new Map<number, Set<number>>();
  groups.forEach((group, i) => {
    const best = scored[i]?.[0];
    if (best) full.set(best.place, (full.get(best.place) ?? new Set()).add(group.name));
  });
  return full;
}

function scoreCandidates(
  gazetteer: Gazetteer,
  group: Group,
  groupIndex: number,
  evidence: Evidence,
  full: ReadonlyMap<number, ReadonlySet<number>>,
  weights: ResolutionWeights,
): Scored[] {
  const from = gazetteer.postingStart[group.name] ?? 0;
  const to = Math.min(gazetteer.postingStart[group.name + 1] ?? 0, from + MAX_SCORED);
  const elsewhere = new Set<number>();
  for (const [place, names] of full) if (names.size > 1 || !names.has(group.name)) elsewhere.add(place);
  const scored: Scored[] = [];
  for (let posting = from; posting < to; posting++) {
    let score = 0;
    const signals: Signal[] = [];
    extractCandidateFeatures(gazetteer, group, groupIndex, posting, evidence, elsewhere, (feature, value, detail) => {
      const weight = (weights[feature] ?? 0) * value;
      if (weight === 0) return;
      score += weight;
      signals.push({ feature, weight, detail });
    });
    scored.push({ place: gazetteer.postingPlace[posting] ?? 0, score, signals });
  }
  return scored.sort((a, b) => b.score - a.score || a.place - b.place);
}

/** Softmax probability of the first candidate, among all, at a temperature. */
function confidenceOf(candidates: readonly Scored[], temperature: number): number {
  const best = candidates[0]?.score ?? 0;
  let sum = 0;
  for (const candidate of candidates) sum += Math.exp((candidate.score - best) / temperature);
  return sum === 0 ? 0 : 1 / sum;
}

function toCandidate(gazetteer: Gazetteer, { place, score, signals }: Scored): Candidate {
  return { place, score, reasons: signals.map((signal) => toReason(gazetteer, signal)).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)) };
}

const COUNTRY_SIGNALS: ReadonlySet<ResolutionFeature> = new Set(['countryNamed', 'mainCountry', 'neighbourCountry', 'foreignCountry']);

/** `signal` is filled in with words by the geojson stage; here it is the signal's name. */
function toReason(gazetteer: Gazetteer, { feature, weight, detail }: Signal): Reason {
  const named = detail < 0 ? null : COUNTRY_SIGNALS.has(feature) ? (gazetteer.countryCodes[detail] ?? null) : gazetteer.place(detail).names.en;
  return { signal: feature, code: feature, weight, detail: named };
}
