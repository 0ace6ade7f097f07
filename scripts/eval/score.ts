import { greatCircleKm } from '../../lib/gazetteer/relations';

/** A predicted or annotated toponym. */
export interface Scored {
  readonly start: number;
  readonly end: number;
  readonly lat?: number | null;
  readonly lon?: number | null;
}

/** Precision, recall and F1 from counts. */
export interface Rates {
  readonly hits: number;
  readonly predicted: number;
  readonly wanted: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Gritta's and Hu's limit for a place that counts as right: 100 miles. */
export const REACH_KM = 161;

export function rates(hits: number, predicted: number, wanted: number): Rates {
  const precision = predicted === 0 ? 0 : hits / predicted;
  const recall = wanted === 0 ? 0 : hits / wanted;
  return { hits, predicted, wanted, precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/**
 * Pairs annotated with predicted toponyms that overlap: equal spans first, then the longest overlaps; each is used
 * once (the corpora's scorer does the same). Returns pairs of indexes.
 */
export function pairUp(gold: readonly Scored[], predicted: readonly Scored[]): [number, number][] {
  const overlaps: { length: number; g: number; p: number }[] = [];
  gold.forEach((a, g) =>
    predicted.forEach((b, p) => {
      const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start);
      if (overlap > 0) overlaps.push({ length: a.start === b.start && a.end === b.end ? Infinity : overlap, g, p });
    }),
  );
  overlaps.sort((a, b) => b.length - a.length || a.g - b.g || a.p - b.p);
  const usedGold = new Set<number>();
  const usedPredicted = new Set<number>();
  const pairs: [number, number][] = [];
  for (const { g, p } of overlaps) {
    if (usedGold.has(g) || usedPredicted.has(p)) continue;
    usedGold.add(g);
    usedPredicted.add(p);
    pairs.push([g, p]);
  }
  return pairs;
}

/** Distance in kilometres between an annotated and a predicted place; null where either has no point. */
export function errorKm(gold: Scored, predicted: Scored): number | null {
  if (gold.lat == null || gold.lon == null || predicted.lat == null || predicted.lon == null) return null;
  return greatCircleKm(gold.lat, gold.lon, predicted.lat, predicted.lon);
}
