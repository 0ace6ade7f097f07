import { loadEngine } from '../../lib/api/engine';
import type { Language, Span } from '../../lib/types';
import type { Rates } from '../eval/score';
import { Tally } from '../eval/tally';
import { isTuning, readCorpora } from '../train/corpora';
import { BEGIN, biased, decode, nameScores, OUTSIDE, trainChain, type Chain, type Learner, type Sequence } from './sequence/chain';
import { chooseMatches, trainLogLinear, verdictsOf } from './sequence/log-linear';
import { readCorpus, readPitfalls, sequencesOf, type Reading } from './sequence/readings';
import type { Groups } from './sequence/token-features';

/**
 * `npx tsx scripts/experiments/sequence-model.ts DIR [CORPUS]`: the log-linear recognition model against sequence models
 * and hybrids of both, learned from one annotated corpus of DIR and scored on the other, and within each (learned from
 * its even articles, scored on the odd); with CORPUS only what is learned from that one. Prints overlap precision, recall and F1, for what is shuffled the medians of
 * three shuffles. Writes nothing. For `docs/decisions/2026-11-22-sequence-model.md`.
 */
const SEEDS = [1, 2, 3];
const EPOCHS: Readonly<Record<Learner, number>> = { perceptron: 4, crf: 4 };
const FOLDS = 4;
/** A sequence model's score as a signal: its bound, so that no one signal outvotes all others, and a perceptron's unit. */
const MAX_OPINION = 6;
const PERCEPTRON_UNIT = 5;
/** Of a log-linear model in log-odds, of a perceptron in its own units: the best is taken, with the scored corpus in view. */
const THRESHOLDS = [-1.5, -1, -0.5, 0, 0.5, 1];
const BONUSES = [-8, -4, 0, 4, 8, 16, 32];
const MODELS: readonly (Groups & { readonly name: string; readonly learner: Learner })[] = [
  { name: 'perceptron: words', learner: 'perceptron', words: true, signals: false, verdicts: false },
  { name: 'perceptron: words, signals', learner: 'perceptron', words: true, signals: true, verdicts: false },
  { name: 'perceptron: signals', learner: 'perceptron', words: false, signals: true, verdicts: false },
  { name: 'perceptron: words, signals, log-linear verdict', learner: 'perceptron', words: true, signals: true, verdicts: true },
  { name: 'CRF: words, signals', learner: 'crf', words: true, signals: true, verdicts: false },
];

const [dir, only] = process.argv.slice(2);
if (!dir) throw new Error('usage: sequence-model.ts DIR [CORPUS]');
const engine = loadEngine();
const corpora = readCorpora(dir);
console.log('| learned from → scored on | model | P | R | F1 | best threshold |\n| --- | --- | --- | --- | --- | --- |');
for (const language of ['en', 'ar'] as const) {
  const sets = corpora
    .filter((corpus) => corpus.language === language)
    .map((corpus) => ({ name: corpus.name, readings: readCorpus(corpus, engine) }));
  for (const train of sets.filter(({ name }) => !only || only === name))
    for (const test of sets) {
      const within = train === test;
      compare(
        within ? `${train.name}, even → odd` : `${train.name} → ${test.name}`,
        language,
        train.readings.filter((_, i) => !within || isTuning(i)),
        test.readings.filter((_, i) => !within || !isTuning(i)),
      );
    }
}

function compare(title: string, language: Language, corpus: readonly Reading[], test: readonly Reading[]): void {
  const train = language === 'ar' ? [...corpus, ...readPitfalls(engine)] : corpus;
  const print = (model: string, runs: readonly Rates[], best: readonly number[] = []) => {
    const cells = (['precision', 'recall', 'f1'] as const).map((key) => median(runs.map((run) => run[key])));
    console.log(
      `| ${title} | ${model} | ${[...cells, ...(best.length ? [median(best)] : [])].map((cell) => cell.toFixed(3)).join(' | ')} |`,
    );
  };
  const weights = trainLogLinear(train, language, null);
  const choose = (threshold: number) => test.map((reading) => chooseMatches(reading, weights, threshold));
  const chosen = choose(0);
  print('log-linear', [score(test, chosen)], [Math.max(...THRESHOLDS.map((threshold) => score(test, choose(threshold)).f1))]);
  for (const { name, learner, ...groups } of MODELS) {
    const sentences = train.map((reading) => sequencesOf(reading, groups, verdictsOf(reading, weights)));
    const unseen = test.map((reading) => sequencesOf(reading, groups, verdictsOf(reading, weights)));
    const runs = SEEDS.map((seed) => {
      const chain = trainChain(sentences.flat(), learner, EPOCHS[learner], seed);
      const find = (bonus: number) => test.map((reading, r) => namesIn(biased(chain, bonus), reading, unseen[r] ?? []));
      const added = find(0).map((names, r) => [...(chosen[r] ?? []), ...names.filter((found) => isUnknown(test[r], found))]);
      const hybrid = trainLogLinear(train, language, crossFitted(train, sentences, learner, seed));
      const signalled = test.map((reading, r) => chooseMatches(reading, hybrid, 0, opinionsOn(chain, reading, unseen[r] ?? [], learner)));
      const best = Math.max(...BONUSES.map((bonus) => score(test, find(bonus)).f1));
      return { alone: score(test, find(0)), best, added: score(test, added), signalled: score(test, signalled) };
    });
    const of = (key: 'alone' | 'added' | 'signalled') => runs.map((run) => run[key]);
    print(
      name,
      of('alone'),
      runs.map(({ best }) => best),
    );
    print(`log-linear + names unknown to the gazetteer by ${name}`, of('added'));
    print(`log-linear with the signal ${name}`, of('signalled'));
  }
}

/** What sequence models say of each match, each learned from the articles of the other folds: as they would of articles that they never saw. */
function crossFitted(
  train: readonly Reading[],
  sentences: readonly (readonly Sequence[])[],
  learner: Learner,
  seed: number,
): Float64Array[] {
  const opinions: Float64Array[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = sentences.filter((_, r) => r % FOLDS !== fold).flat();
    const chain = trainChain(others, learner, EPOCHS[learner], seed);
    for (let r = fold; r < train.length; r += FOLDS) {
      const reading = train[r];
      if (reading) opinions[r] = opinionsOn(chain, reading, sentences[r] ?? [], learner);
    }
  }
  return opinions;
}

/** For each match, the sequence model's score of its least convincing token. */
function opinionsOn(chain: Chain, { context }: Reading, sequences: readonly Sequence[], learner: Learner): Float64Array {
  const scores = new Float64Array(context.tokens.count);
  for (const sequence of sequences) scores.set(nameScores(chain, sequence, learner), sequence.first);
  return Float64Array.from(context.matches, ({ first, last }) => {
    const least = Math.min(...scores.subarray(first, last + 1)) / (learner === 'crf' ? 1 : PERCEPTRON_UNIT);
    return Math.max(-MAX_OPINION, Math.min(MAX_OPINION, least));
  });
}

function namesIn(chain: Chain, { context: { tokens } }: Reading, sequences: readonly Sequence[]): Span[] {
  const names: { start: number; end: number }[] = [];
  for (const sequence of sequences) {
    decode(chain, sequence).forEach((label, k) => {
      const [i, open] = [sequence.first + k, names.at(-1)];
      if (label === BEGIN) names.push({ start: tokens.start[i] ?? 0, end: tokens.end[i] ?? 0 });
      else if (label !== OUTSIDE && open) open.end = tokens.end[i] ?? 0;
    });
  }
  return names;
}

/** Whether the log-linear model has no match to judge in the words. */
function isUnknown(reading: Reading | undefined, span: Span): boolean {
  return !reading?.context.matches.some((match) => match.start < span.end && span.start < match.end);
}

function score(test: readonly Reading[], found: readonly (readonly Span[])[]): Rates {
  const tally = new Tally();
  test.forEach(({ wanted, ignored }, r) => {
    const spans = (found[r] ?? []).map(({ start, end }) => ({ start, end, confidence: 1 }));
    tally.add(wanted, ignored, spans);
  });
  return tally.recognition;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
