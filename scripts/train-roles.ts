import { readFileSync, writeFileSync } from 'node:fs';
import { loadEngine } from '../lib/api/engine';
import { recognize } from '../lib/recognition/recognize';
import { extractRoleFeatures, ROLE_FEATURES, type RoleFeature } from '../lib/recognition/roles';
import { splitSentences } from '../lib/text/sentences';
import type { Language, Role, Span } from '../lib/types';
import { isTuning, readCorpora } from './train/corpora';
import { trainLogistic, type Example } from './train/logistic';

/**
 * Learns the English weights of `data/models/roles.json` from GeoWebNews' types:
 * `npx tsx scripts/train-roles.ts DIR [--half]`. No Arabic corpus marks roles: those weights are set by hand.
 */
const PENALTY = 30;
const ASSOCIATIVE = new Set(['Metonymic', 'Non_Literal_Modifier', 'Embedded_Non_Lit']);
const LITERAL = new Set(['Literal', 'Coercion', 'Mixed', 'Literal_Modifier', 'Embedded_Literal']);

const dir = process.argv[2];
if (!dir) throw new Error('usage: train-roles.ts DIR [--half]');
const half = process.argv.includes('--half');
const { gazetteer, lexicons, models } = loadEngine().knowledge;
const prior = JSON.parse(readFileSync('data/models/roles-prior.json', 'utf8')) as Record<Language, Partial<Record<RoleFeature, number>>>;
const corpus = readCorpora(dir).find(({ name }) => name === 'geowebnews');
const examples: Example[] = (corpus?.articles ?? [])
  .filter((_, i) => !half || isTuning(i))
  .flatMap((article) => {
    const lexicon = lexicons.en;
    const sentences = splitSentences(article.text, lexicon.abbreviations);
    const { context, matches, mentions } = recognize(article.text, sentences, 'en', {
      gazetteer,
      lexicon,
      model: models.recognition,
      roleWeights: models.roles.en,
    });
    let previous: Role = 'literal';
    let previousLast = -Infinity;
    return matches.flatMap((index, i): Example[] => {
      const [match, mention] = [context.matches[index], mentions[i]];
      if (!match || !mention) return [];
      // Annotations nest: `Walker County Sheriff's Office` holds `Walker County`. The one most like the mention is its own.
      const gold = article.toponyms
        .filter((toponym) => toponym.start < mention.end && mention.start < toponym.end && toponym.demonym !== true)
        .sort((a, b) => difference(a, mention) - difference(b, mention))[0];
      const associative = ASSOCIATIVE.has(gold?.type ?? '');
      const listed = match.first - previousLast <= 2 ? previous : null;
      [previous, previousLast] = [associative ? 'associative' : 'literal', match.last];
      if (!gold || (!associative && !LITERAL.has(gold.type ?? ''))) return [];
      const features: number[] = [];
      const values: number[] = [];
      extractRoleFeatures(context, match, listed, (feature, value) => {
        features.push(ROLE_FEATURES.indexOf(feature));
        values.push(value);
      });
      return [{ features, values, label: associative, weight: 1 }];
    });
  });
const weights = trainLogistic(
  examples,
  ROLE_FEATURES.map((feature) => prior.en[feature] ?? 0),
  PENALTY,
  new Set<number>(),
);
weights[0] = (weights[0] ?? 0) + bestShift();
const learned = Object.fromEntries(ROLE_FEATURES.map((feature, i) => [feature, Math.round((weights[i] ?? 0) * 1000) / 1000]));
writeFileSync('data/models/roles.json', JSON.stringify({ ar: prior.ar, en: learned }, null, 1) + '\n');
console.log(
  `en: ${examples.length} examples, ${examples.filter((example) => example.label).length} associative; ${JSON.stringify(learned)}`,
);

/** What to add to the bias so that most examples fall on their own side: likelihood, which training maximizes, is not that. */
function bestShift(): number {
  const scores = examples.map(({ features, values, label }) => ({
    label,
    score: features.reduce((sum, feature, k) => sum + (weights[feature] ?? 0) * (values[k] ?? 0), 0),
  }));
  const right = (shift: number) => scores.filter(({ label, score }) => score + shift > 0 === label).length;
  const shifts = Array.from({ length: 21 }, (_, i) => (i - 10) / 20);
  return shifts.reduce((best, shift) => (right(shift) > right(best) ? shift : best), 0);
}

/** Characters by which two spans differ. */
function difference(a: Span, b: Span): number {
  return Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
}
