import { readFileSync } from 'node:fs';
import type { Engine } from '../../../lib/api/engine';
import type { Context } from '../../../lib/recognition/context';
import { readContext } from '../../../lib/recognition/recognize';
import { GAP } from '../../../lib/text/gaps';
import { splitSentences } from '../../../lib/text/sentences';
import type { Language, Span } from '../../../lib/types';
import { isIgnored, type Corpus, type GoldArticle, type GoldToponym } from '../../train/corpora';
import { BEGIN, INSIDE, type Sequence } from './chain';
import { tokenFeatures, type Groups } from './token-features';

/** An annotated article as recognition reads it. `weight`: how many articles it stands for in training. */
export interface Reading {
  readonly context: Context;
  readonly wanted: readonly GoldToponym[];
  readonly ignored: readonly GoldToponym[];
  readonly weight: number;
}

/** Each trap stands for many articles. */
const PITFALL_WEIGHT = 20;

export function readCorpus(corpus: Corpus, engine: Engine): Reading[] {
  return corpus.articles.map((article) => read(article, corpus.language, engine, 1, (toponym) => isIgnored(corpus, toponym)));
}

/** The project's own traps, which every Arabic training sees. */
export function readPitfalls(engine: Engine): Reading[] {
  const lines = readFileSync('data/gold/pitfalls-ar.jsonl', 'utf8').split('\n');
  const articles = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as GoldArticle);
  return articles.map((article) => read(article, 'ar', engine, PITFALL_WEIGHT, () => false));
}

function read(
  article: GoldArticle,
  language: Language,
  { knowledge }: Engine,
  weight: number,
  isSkipped: (toponym: GoldToponym) => boolean,
): Reading {
  const lexicon = knowledge.lexicons[language];
  const sentences = splitSentences(article.text, lexicon.abbreviations);
  return {
    context: readContext(article.text, sentences, { gazetteer: knowledge.gazetteer, lexicon }),
    wanted: article.toponyms.filter((toponym) => !isSkipped(toponym)),
    ignored: article.toponyms.filter(isSkipped),
    weight,
  };
}

/** The sentences of an article with their features and labels. `verdicts`: see `verdictsOf`. */
export function sequencesOf({ context, wanted, ignored }: Reading, groups: Groups, verdicts: Uint8Array): Sequence[] {
  const { tokens, gaps } = context;
  const features = tokenFeatures(context, groups, verdicts);
  const labels = new Uint8Array(tokens.count);
  const set = new Uint8Array(tokens.count);
  for (const span of wanted) tokensOf(context, span).forEach((i, k) => (labels[i] = k === 0 ? BEGIN : INSIDE));
  for (const span of ignored) for (const i of tokensOf(context, span)) if (labels[i] === 0) set[i] = 1;
  const sequences: Sequence[] = [];
  for (let first = 0; first < tokens.count;) {
    let end = first + 1;
    while (end < tokens.count && gaps[end] !== GAP.SENTENCE) end++;
    sequences.push({
      first,
      features: features.slice(first, end),
      labels: labels.slice(first, end),
      ignored: set.slice(first, end),
    });
    first = end;
  }
  return sequences;
}

function tokensOf({ tokens }: Context, span: Span): number[] {
  const inside: number[] = [];
  for (let i = 0; i < tokens.count && (tokens.start[i] ?? 0) < span.end; i++) if ((tokens.end[i] ?? 0) > span.start) inside.push(i);
  return inside;
}
