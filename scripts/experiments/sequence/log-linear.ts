import { readFileSync } from 'node:fs';
import { extractFeatures } from '../../../lib/recognition/extract-features';
import { FEATURES, type Feature } from '../../../lib/recognition/features';
import { selectMatches } from '../../../lib/recognition/select';
import { GAP } from '../../../lib/text/gaps';
import { WORD } from '../../../lib/text/lexicon';
import type { Context } from '../../../lib/recognition/context';
import type { NameMatch } from '../../../lib/recognition/scan';
import type { Language, Span } from '../../../lib/types';
import { trainLogistic, type Example } from '../../train/logistic';
import type { Reading } from './readings';

/** As in `scripts/train-recognition.ts`. */
const PENALTY = 20;
const SIGNED: Readonly<Record<Language, readonly Feature[]>> = {
  ar: ['wholeWord', 'covered', 'month', 'demonym'],
  en: [
    'capital',
    'known',
    'famous',
    'famousName',
    'afterNear',
    'afterHonorific',
    'afterGivenName',
    'personUnit',
    'personElsewhere',
    'lower',
    'covered',
    'month',
    'demonym',
  ],
};
const FIXED: readonly Feature[] = ['afterHonorific', 'ambiguousAlone'];
const INDEX = new Map<string, number>(FEATURES.map((feature, i) => [feature, i]));
/** The index of the one feature that a hybrid adds: what the sequence model says of the match. */
const SEQUENCE = FEATURES.length;

/** For each reading and match, what a sequence model says of it; null where there is none. */
export type Opinions = readonly Float64Array[] | null;

/** Learns the log-linear model's weights as the project does, from these readings alone. */
export function trainLogLinear(readings: readonly Reading[], language: Language, opinions: Opinions): Float64Array {
  const hints = JSON.parse(readFileSync('data/models/recognition-prior.json', 'utf8')) as Partial<Record<Feature, number>>;
  const prior = [...FEATURES.map((feature) => hints[feature] ?? 0), 0];
  const examples = readings.flatMap((reading, r) => examplesOf(reading, opinions?.[r]));
  const signed = new Set(SIGNED[language].map((feature) => FEATURES.indexOf(feature)));
  const weights = trainLogistic(examples, prior, PENALTY, signed);
  for (const feature of FIXED) weights[INDEX.get(feature) ?? -1] = hints[feature] ?? 0;
  return weights;
}

/** The matches that the weights choose: those of more log-odds than `threshold`. */
export function chooseMatches(reading: Reading, weights: Float64Array, threshold: number, opinions?: Float64Array): NameMatch[] {
  const scores = scoresOf(reading, weights, opinions);
  return selectMatches(reading.context.matches, scores, threshold).flatMap((i) => reading.context.matches[i] ?? []);
}

/** For each token, 1 where the log-linear model chose a name's first token, 2 a later one, with its best score in whole log-odds; 0 where there is no name to judge. */
export function verdictsOf(reading: Reading, weights: Float64Array): Uint8Array {
  const { matches, tokens } = reading.context;
  const scores = scoresOf(reading, weights);
  const verdicts = new Uint8Array(tokens.count);
  const best = new Float64Array(tokens.count).fill(-Infinity);
  matches.forEach(({ first, last }, m) => {
    for (let i = first; i <= last; i++) best[i] = Math.max(best[i] ?? 0, scores[m] ?? 0);
  });
  best.forEach((score, i) => {
    if (score > -Infinity) verdicts[i] = (Math.round(Math.max(-6, Math.min(6, score))) + 7) * 4;
  });
  for (const m of selectMatches(matches, scores, 0)) {
    const { first, last } = matches[m] ?? { first: 0, last: -1 };
    for (let i = first; i <= last; i++) verdicts[i] = (verdicts[i] ?? 0) + (i === first ? 1 : 2);
  }
  return verdicts;
}

function scoresOf({ context }: Reading, weights: Float64Array, opinions?: Float64Array): number[] {
  const scores = context.matches.map((match, i) => {
    if (isHeadOfNext(context, match)) return -Infinity;
    const { features, values } = featuresOf(context, i, opinions?.[i]);
    return features.reduce((sum, feature, k) => sum + (weights[feature] ?? 0) * (values[k] ?? 0), 0);
  });
  return scores.map((score, i) => {
    const vouching = context.matches[i]?.repeats;
    return vouching ? (scores[context.matches.indexOf(vouching)] ?? -Infinity) : score;
  });
}

function featuresOf(context: Context, index: number, opinion: number | undefined): { features: number[]; values: number[] } {
  const features: number[] = [];
  const values: number[] = [];
  extractFeatures(context, index, (feature, value) => {
    features.push(INDEX.get(feature) ?? -1);
    values.push(value);
  });
  if (opinion !== undefined) {
    features.push(SEQUENCE);
    values.push(opinion);
  }
  return { features, values };
}

function examplesOf({ context, wanted, ignored, weight }: Reading, opinions: Float64Array | undefined): Example[] {
  const { matches } = context;
  const right = wantedMatches(matches, wanted);
  return matches.flatMap((match, i) => {
    if (match.repeats) return [];
    const label = right.has(i);
    if (!label && ignored.some((toponym) => overlapOf(match, toponym) > 0)) return [];
    // What lies inside a longer match that is wanted is right too.
    const inside = !label && [...right].some((other) => covers(matches[other], match)) && wanted.some((toponym) => covers(match, toponym));
    return inside ? [] : [{ ...featuresOf(context, i, opinions?.[i]), label, weight }];
  });
}

function wantedMatches(matches: readonly Span[], gold: readonly Span[]): Set<number> {
  const wanted = new Set<number>();
  for (const toponym of gold) {
    let best = -1;
    let bestFit = 0;
    matches.forEach((match, i) => {
      const overlap = overlapOf(match, toponym);
      if (overlap <= 0 || gold.some((other) => other !== toponym && overlapOf(match, other) > 0)) return;
      const fit = overlap * 1000 + (match.end - match.start);
      if (fit > bestFit) [best, bestFit] = [i, fit];
    });
    if (best >= 0) wanted.add(best);
  }
  return wanted;
}

function isHeadOfNext({ gaps, words, matches }: Context, match: NameMatch): boolean {
  if (match.first !== match.last || !((words.ending[match.first] ?? 0) & WORD.HEAD_BEFORE)) return false;
  const next = match.last + 1;
  return (gaps[next] ?? GAP.SENTENCE) <= GAP.SPACE && matches.some((other) => other.first === next && other.clitics === 0);
}

function overlapOf(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

function covers(outer: Span | undefined, inner: Span): boolean {
  return outer !== undefined && outer.start <= inner.start && outer.end >= inner.end;
}
