import type { Language } from '../types';
import { extractFeatures } from './extract-features';
import { FEATURES, type Feature } from './features';
import type { Context } from './context';

/** Weights in log-odds, by language and feature. A feature that has none counts nothing. */
export type RecognitionModel = Readonly<Record<Language, Readonly<Partial<Record<Feature, number>>>>>;

/** Log-odds that match `index` names a place. */
export function scoreMatch(context: Context, index: number, weights: Readonly<Partial<Record<Feature, number>>>): number {
  let score = 0;
  extractFeatures(context, index, (feature, value) => {
    score += (weights[feature] ?? 0) * value;
  });
  return score;
}

/** Throws where a model has a weight for a feature that does not exist, or one that is no number. */
export function checkModel(model: RecognitionModel): RecognitionModel {
  for (const [language, weights] of Object.entries(model)) {
    for (const [feature, weight] of Object.entries(weights)) {
      if (!FEATURES.includes(feature as Feature)) throw new Error(`recognition model: ${language} has "${feature}", which is no feature`);
      if (!Number.isFinite(weight)) throw new Error(`recognition model: ${language} ${feature} is ${String(weight)}, wanted a number`);
    }
  }
  return model;
}

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
