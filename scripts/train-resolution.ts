import { readFileSync, writeFileSync } from 'node:fs';
import { loadEngine } from '../lib/api/engine';
import { greatCircleKm } from '../lib/gazetteer/relations';
import { recognize } from '../lib/recognition/recognize';
import { RESOLUTION_FEATURES, type ResolutionFeature } from '../lib/resolution/features';
import { rankGroups, type ResolutionModel } from '../lib/resolution/resolve';
import { splitSentences } from '../lib/text/sentences';
import { isIgnored, isTuning, readCorpora, type Corpus, type GoldArticle } from './train/corpora';
import { seeded } from './train/logistic';

/**
 * Learns `data/models/resolution.json`: `npx tsx scripts/train-resolution.ts DIR [--half]`. Conditional logistic
 * regression: of the candidates of one name, those within reach of the annotated point should have the probability.
 * The evidence that signals rest on comes from the weights themselves, so fitting is repeated until they settle.
 */
const REACH_KM = 161;
const PASSES = 4;
const EPOCHS = 40;
const LEARNING_RATE = 0.1;
/** Pulls each weight to where it started: the corpora are local English news, the articles read are not. */
const PENALTY = 0.01;
/** Weights that the English corpora cannot teach keep the value they were given. */
const FIXED: ReadonlySet<ResolutionFeature> = new Set([
  'namedContainer',
  'capital',
  'country',
  'admin1',
  'headKind',
  'saidInFull',
  'journey',
  'derivedName',
  'curated',
  'otherKind',
]);

interface Choice {
  readonly candidates: readonly { readonly features: readonly number[]; readonly values: readonly number[]; readonly right: boolean }[];
  readonly weight: number;
}

const dir = process.argv[2];
if (!dir) throw new Error('usage: train-resolution.ts DIR [--half]');
const half = process.argv.includes('--half');
const engine = loadEngine();
const { gazetteer, lexicons, models } = engine.knowledge;
const corpora = readCorpora(dir).filter((corpus) => corpus.language === 'en');
const PRIOR: ResolutionModel['weights'] = JSON.parse(readFileSync('data/models/resolution-prior.json', 'utf8'));
let model: ResolutionModel = { ...models.resolution, weights: PRIOR };
for (let pass = 0; pass < PASSES; pass++) {
  const choices = corpora.flatMap((corpus) => {
    const own = corpus.articles.filter((_, i) => !half || isTuning(i)).flatMap((article) => choicesOf(article, corpus));
    return own.map((choice) => ({ ...choice, weight: choice.weight * Math.sqrt(1000 / own.length) }));
  });
  model = { ...model, weights: fit(choices, model.weights) };
  console.log(`pass ${pass + 1}: ${choices.length} choices, ${JSON.stringify(model.weights)}`);
}
writeFileSync('data/models/resolution.json', JSON.stringify(model, null, 1) + '\n');

function choicesOf(article: GoldArticle, corpus: Corpus): Choice[] {
  const lexicon = lexicons[corpus.language];
  const sentences = splitSentences(article.text, lexicon.abbreviations);
  const recognition = recognize(article.text, sentences, corpus.language, {
    gazetteer,
    lexicon,
    model: models.recognition,
    roleWeights: models.roles.en,
  });
  return rankGroups(recognition, gazetteer, model).flatMap(({ group, candidates }) => {
    const points = group.mentions.flatMap((index) => {
      const mention = recognition.mentions[index];
      const gold = mention && article.toponyms.find((toponym) => toponym.start < mention.end && mention.start < toponym.end);
      return gold && gold.lat != null && gold.lon != null && !isIgnored(corpus, gold) ? [{ lat: gold.lat, lon: gold.lon }] : [];
    });
    const point = points[0];
    if (!point || candidates.length < 2) return [];
    const rows = candidates.map((candidate) => ({
      features: candidate.signals.map((signal) => RESOLUTION_FEATURES.indexOf(signal.feature)),
      values: candidate.signals.map((signal) => signal.value),
      right: greatCircleKm(gazetteer.lat[candidate.place] ?? 0, gazetteer.lon[candidate.place] ?? 0, point.lat, point.lon) <= REACH_KM,
    }));
    const right = rows.filter((row) => row.right).length;
    return right === 0 || right === rows.length ? [] : [{ candidates: rows, weight: Math.sqrt(points.length) }];
  });
}

function fit(choices: readonly Choice[], start: ResolutionModel['weights']): ResolutionModel['weights'] {
  const prior = RESOLUTION_FEATURES.map((feature) => PRIOR[feature] ?? 0);
  const weights = RESOLUTION_FEATURES.map((feature) => start[feature] ?? 0);
  const squares = weights.map(() => 1e-6);
  const fixed = RESOLUTION_FEATURES.map((feature) => FIXED.has(feature));
  const random = seeded(1);
  const order = choices.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    order.sort(() => random() - 0.5);
    for (const index of order) {
      const choice = choices[index];
      if (!choice) continue;
      const gradient = new Map<number, number>();
      const scores = choice.candidates.map(({ features, values }) =>
        features.reduce((sum, feature, k) => sum + (weights[feature] ?? 0) * (values[k] ?? 0), 0),
      );
      const top = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - top));
      const all = odds.reduce((a, b) => a + b, 0);
      const right = odds.reduce((sum, value, k) => sum + (choice.candidates[k]?.right ? value : 0), 0);
      choice.candidates.forEach((candidate, k) => {
        const p = (odds[k] ?? 0) / all;
        const q = candidate.right ? (odds[k] ?? 0) / right : 0;
        candidate.features.forEach((feature, f) =>
          gradient.set(feature, (gradient.get(feature) ?? 0) + (p - q) * (candidate.values[f] ?? 0)),
        );
      });
      for (const [feature, slope] of gradient) {
        if (fixed[feature]) continue;
        const g = slope * choice.weight + PENALTY * ((weights[feature] ?? 0) - (prior[feature] ?? 0));
        squares[feature] = (squares[feature] ?? 0) + g * g;
        weights[feature] = (weights[feature] ?? 0) - (LEARNING_RATE * g) / Math.sqrt(squares[feature] ?? 1);
      }
    }
  }
  return Object.fromEntries(RESOLUTION_FEATURES.map((feature, i) => [feature, Math.round((weights[i] ?? 0) * 1000) / 1000]));
}
