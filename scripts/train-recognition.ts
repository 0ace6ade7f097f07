import { readFileSync, writeFileSync } from 'node:fs';
import { loadEngine } from '../lib/api/engine';
import { extractFeatures, FEATURES, type Feature } from '../lib/recognition/features';
import { readContext } from '../lib/recognition/recognize';
import { splitSentences } from '../lib/text/sentences';
import type { Language } from '../lib/types';
import { isIgnored, isTuning, readCorpora, type Corpus, type GoldArticle } from './train/corpora';
import { trainLogistic, type Example } from './train/logistic';

/**
 * Learns `data/models/recognition.json`: `npx tsx scripts/train-recognition.ts DIR [--half]`, DIR holding the annotated
 * corpora. `--half` learns from one half of each only, to see on the other how well that carries over.
 */
const PENALTY = 2;
const dir = process.argv[2];
if (!dir) throw new Error('usage: train-recognition.ts DIR [--half]');
const half = process.argv.includes('--half');
const engine = loadEngine();
const corpora = readCorpora(dir);
const model: Record<Language, Partial<Record<Feature, number>>> = { ar: {}, en: {} };
for (const language of ['ar', 'en'] as const) {
  const own = corpora.filter((corpus) => corpus.language === language);
  // Each corpus counts alike, however large it is.
  const sets = own.map((corpus) => examplesOf(corpus));
  const mean = sets.reduce((sum, set) => sum + set.length, 0) / sets.length;
  const weighted = sets.flatMap((set) => set.map((example) => ({ ...example, weight: Math.sqrt(mean / set.length) })));
  if (language === 'ar') weighted.push(...pitfallExamples());
  const weights = trainLogistic(weighted, FEATURES.length, PENALTY);
  FEATURES.forEach((feature, i) => (model[language][feature] = Math.round((weights[i] ?? 0) * 1000) / 1000));
  console.log(`${language}: ${weighted.length} examples, ${weighted.filter((example) => example.label).length} places`);
}
writeFileSync('data/models/recognition.json', JSON.stringify(model, null, 1) + '\n');

function examplesOf(corpus: Corpus): Example[] {
  const articles = corpus.articles.filter((_, i) => !half || isTuning(i));
  return articles.flatMap((article) => articleExamples(article, corpus.language, corpus));
}

/** The project's own traps: few, but each is one that readers have met. */
function pitfallExamples(): Example[] {
  const lines = readFileSync('data/gold/pitfalls-ar.jsonl', 'utf8').split('\n');
  const articles = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as GoldArticle);
  return articles.flatMap((article) => articleExamples(article, 'ar', null).map((example) => ({ ...example, weight: 5 })));
}

function articleExamples(article: GoldArticle, language: Language, corpus: Corpus | null): Example[] {
  const { gazetteer, lexicons } = engine.knowledge;
  const lexicon = lexicons[language];
  const context = readContext(article.text, splitSentences(article.text, lexicon.abbreviations), { gazetteer, lexicon });
  const gold = article.toponyms.map((toponym) => ({
    ...toponym,
    ignored: corpus !== null && isIgnored(corpus, toponym),
    match: -1,
    overlap: 0,
  }));
  context.matches.forEach((match, i) => {
    for (const toponym of gold) {
      const overlap = Math.min(match.end, toponym.end) - Math.max(match.start, toponym.start);
      if (overlap <= 0) continue;
      // The match that covers most of the annotated words, and fewest others, is the one that should be found.
      const fit = overlap * 1000 - (match.end - match.start);
      if (toponym.match < 0 || fit > toponym.overlap) [toponym.match, toponym.overlap] = [i, fit];
    }
  });
  const wanted = new Set(gold.filter((toponym) => !toponym.ignored).map((toponym) => toponym.match));
  const examples: Example[] = [];
  context.matches.forEach((match, i) => {
    const label = wanted.has(i);
    if (!label && gold.some((toponym) => toponym.ignored && match.start < toponym.end && toponym.start < match.end)) return;
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
