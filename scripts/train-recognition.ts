import { readFileSync, writeFileSync } from 'node:fs';
import { loadEngine } from '../lib/api/engine';
import { extractFeatures } from '../lib/recognition/extract-features';
import { FEATURES, type Feature } from '../lib/recognition/features';
import { readContext } from '../lib/recognition/recognize';
import { splitSentences } from '../lib/text/sentences';
import type { Language, Span } from '../lib/types';
import { isIgnored, isTuning, readCorpora, type Corpus, type GoldArticle } from './train/corpora';
import { trainLogistic, type Example } from './train/logistic';

/**
 * Learns `data/models/recognition.json`: `npx tsx scripts/train-recognition.ts DIR [--half]`, DIR holding the annotated
 * corpora. `--half` learns from one half of each only, to see on the other how well that carries over.
 */
/** Pulls each weight to its prior: what the corpora have too few examples of keeps what is known of the language. */
const PENALTY = Number(process.env.PENALTY ?? 20);
/** Signals whose sense is beyond doubt; the corpora hold a few accidents to the contrary. */
const SIGNED: Readonly<Record<Language, readonly Feature[]>> = {
  ar: ['moreTokens', 'wholeWord', 'covered', 'month', 'demonym'],
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
/** Signals that decide by themselves, and are too rare to be learned: Mr. Jordan is no country, and سيول in an
 * article that speaks of nothing Korean are floods. */
const FIXED: ReadonlySet<Feature> = new Set<Feature>(['afterHonorific', 'ambiguousAlone']);
/** Records of a corpus of sentences that make an article: about as long as one of the news. */
const SENTENCES_JOINED = 10;
/**
 * Log-odds by which a name is believed sooner than the corpora teach. Between Arabic corpora the best threshold lies
 * lower than within one (`docs/decisions/2026-11-22-sequence-model.md`): sentences of a corpus name few towns, news many.
 */
const LEAN: Readonly<Record<Language, number>> = { ar: 0.2, en: 0 };
/** Each trap stands for many articles. */
const PITFALL_WEIGHT = 20;
/** Towns of the news, which the corpora hardly name: what an analyst reads is full of them. */
const PLACES_WEIGHT: Readonly<Record<Language, number>> = { ar: 6, en: 3 };
const dir = process.argv[2];
if (!dir) throw new Error('usage: train-recognition.ts DIR [--half]');
const half = process.argv.includes('--half');
const engine = loadEngine();
const corpora = readCorpora(dir);
const prior = JSON.parse(readFileSync('data/models/recognition-prior.json', 'utf8')) as Partial<Record<Feature, number>>;
const model: Record<Language, Partial<Record<Feature, number>>> = { ar: {}, en: {} };
for (const language of ['ar', 'en'] as const) {
  const own = corpora.filter((corpus) => corpus.language === language);
  // Each corpus counts alike, however large it is.
  const sets = own.map((corpus) => examplesOf(corpus));
  const mean = sets.reduce((sum, set) => sum + set.length, 0) / sets.length;
  const weighted = sets.flatMap((set) => set.map((example) => ({ ...example, weight: Math.sqrt(mean / set.length) })));
  if (language === 'ar') weighted.push(...ownExamples('pitfalls-ar', PITFALL_WEIGHT), ...ownExamples('places-ar', PLACES_WEIGHT.ar));
  if (language === 'en') weighted.push(...ownExamples('places-en', PLACES_WEIGHT.en));
  const weights = trainLogistic(
    weighted,
    FEATURES.map((feature) => prior[feature] ?? 0),
    PENALTY,
    new Set(SIGNED[language].map((feature) => FEATURES.indexOf(feature))),
  );
  FEATURES.forEach((feature, i) => {
    const lean = feature === 'bias' ? LEAN[language] : 0;
    const weight = lean + (FIXED.has(feature) ? (prior[feature] ?? 0) : (weights[i] ?? 0));
    model[language][feature] = Math.round(weight * 1000) / 1000;
  });
  console.log(`${language}: ${weighted.length} examples, ${weighted.filter((example) => example.label).length} places`);
}
writeFileSync('data/models/recognition.json', JSON.stringify(model, null, 1) + '\n');

function examplesOf(corpus: Corpus): Example[] {
  const articles = corpus.articles.filter((_, i) => !half || isTuning(i));
  // The Arabic corpora come a sentence at a time, where an article would say which country it speaks of: both are learned from.
  const whole = corpus.language === 'ar' ? [...articles, ...joinSentences(articles)] : articles;
  return whole.flatMap((article) => articleExamples(article, corpus.language, corpus));
}

/** Records one after another as one article each `SENTENCES_JOINED`. */
function joinSentences(records: readonly GoldArticle[]): GoldArticle[] {
  const joined: GoldArticle[] = [];
  for (let from = 0; from < records.length; from += SENTENCES_JOINED) {
    let text = '';
    const toponyms = records.slice(from, from + SENTENCES_JOINED).flatMap((record) => {
      const offset = text.length;
      text += `${record.text}\n`;
      return record.toponyms.map((toponym) => ({ ...toponym, start: toponym.start + offset, end: toponym.end + offset }));
    });
    joined.push({ id: String(from), text, toponyms });
  }
  return joined;
}

/** The project's own sentences, of which every second is left to the tests: few, but each stands for what readers have met. */
function ownExamples(name: 'pitfalls-ar' | 'places-ar' | 'places-en', weight: number): Example[] {
  const lines = readFileSync(`data/gold/${name}.jsonl`, 'utf8').split('\n');
  const all = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as GoldArticle);
  const articles = name === 'pitfalls-ar' ? all : all.filter((_, i) => isTuning(i));
  return articles.flatMap((article) =>
    articleExamples(article, name === 'places-en' ? 'en' : 'ar', null).map((example) => ({ ...example, weight })),
  );
}

function articleExamples(article: GoldArticle, language: Language, corpus: Corpus | null): Example[] {
  const { gazetteer, lexicons } = engine.knowledge;
  const lexicon = lexicons[language];
  const context = readContext(article.text, splitSentences(article.text, lexicon.abbreviations), { gazetteer, lexicon });
  const gold = article.toponyms.filter((toponym) => corpus === null || !isIgnored(corpus, toponym));
  const ignored = article.toponyms.filter((toponym) => corpus !== null && isIgnored(corpus, toponym));
  const wanted = wantedMatches(context.matches, gold);
  const examples: Example[] = [];
  context.matches.forEach((match, i) => {
    if (match.repeats) return;
    const label = wanted.has(i);
    if (!label && ignored.some((toponym) => overlapOf(match, toponym) > 0)) return;
    // What lies inside a longer match that is wanted is right too, and chosen against only because the longer one is better.
    if (!label && [...wanted].some((other) => covers(context.matches[other], match)) && gold.some((toponym) => covers(match, toponym)))
      return;
    const features: number[] = [];
    const values: number[] = [];
    extractFeatures(context, i, (feature, value) => {
      features.push(FEATURES.indexOf(feature));
      values.push(value);
    });
    examples.push({ features, values, label, weight: 1 });
  });
  return examples;
}

/** Of the matches over an annotated toponym, the longest that covers it and touches no other; else the one that overlaps it most. */
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

function overlapOf(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

function covers(outer: Span | undefined, inner: Span): boolean {
  return outer !== undefined && outer.start <= inner.start && outer.end >= inner.end;
}
