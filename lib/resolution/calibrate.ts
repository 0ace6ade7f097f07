import type { Gazetteer } from '../gazetteer/gazetteer';
import { KINDS } from '../types';
import type { ResolutionFeature } from './features';

/** What tells a right resolution from a wrong one beside its own score. */
export const CALIBRATION_FEATURES = ['bias', 'logit', 'only', 'fame', 'country', 'division', 'village', 'alternate', 'lonely'] as const;
export type CalibrationWeights = Readonly<Record<(typeof CALIBRATION_FEATURES)[number], number>>;

/** Beyond these log-odds a score is as sure as scores get. */
const MAX_LOGIT = 6;

/** What ties a place to the others of the article. */
const TIES: readonly ResolutionFeature[] = ['countryNamed', 'admin1Named', 'near', 'namedContainer', 'contains'];

/**
 * The signals of `calibrate`, in the order of CALIBRATION_FEATURES. `share`: the best candidate's softmax share; `spoken`:
 * the resolution features that it has.
 */
export function calibrationSignals(
  gazetteer: Gazetteer,
  place: number,
  share: number,
  candidates: number,
  spoken: ReadonlySet<ResolutionFeature>,
): number[] {
  const kind = KINDS[gazetteer.kind[place] ?? -1];
  const odds = Math.log(share / Math.max(1e-9, 1 - share));
  const logit = Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, odds));
  const division = kind === 'admin1' || kind === 'admin2';
  return [
    1,
    logit / MAX_LOGIT,
    candidates === 1 ? 1 : 0,
    (gazetteer.fame[place] ?? 0) / 255,
    Number(kind === 'country'),
    Number(division),
    Number(kind === 'village'),
    Number(!spoken.has('mainName')),
    Number(!TIES.some((feature) => spoken.has(feature))),
  ];
}

/**
 * The probability that a resolution is right: of those at 0.9, nine in ten are (Platt scaling with a few signals more;
 * the softmax share alone knows nothing of places that the gazetteer lacks).
 */
export function calibrate(weights: CalibrationWeights, ...best: Parameters<typeof calibrationSignals>): number {
  const signals = calibrationSignals(...best);
  const odds = CALIBRATION_FEATURES.reduce((sum, feature, i) => sum + weights[feature] * (signals[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-odds));
}
