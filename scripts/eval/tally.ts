import { errorKm, pairUp, rates, REACH_KM, type Rates, type Scored } from './score';

/** Sums over the articles of a corpus. */
export class Tally {
  private gold = 0;
  private predicted = 0;
  private found = 0;
  private located = 0;
  private right = 0;
  private goldWithPoint = 0;
  private setAside = 0;
  /** Whether each prediction with an annotated point was right, beside the confidence it was made with. */
  readonly trials: { readonly confidence: number; readonly right: boolean }[] = [];

  /** Adds an article. A prediction over an ignored toponym alone is neither hit nor false alarm. */
  add(wanted: readonly Scored[], ignored: readonly Scored[], all: readonly (Scored & { readonly confidence: number })[]): void {
    const taken = new Set(pairUp(wanted, all).map(([, p]) => p));
    const predicted = all.filter((one, i) => taken.has(i) || !ignored.some((other) => other.start < one.end && one.start < other.end));
    const pairs = pairUp(wanted, predicted);
    this.gold += wanted.length;
    this.predicted += predicted.length;
    this.found += pairs.length;
    this.goldWithPoint += wanted.filter((one) => one.lat != null).length;
    for (const [g, p] of pairs) {
      const [one, other] = [wanted[g], predicted[p]];
      if (!one || !other) continue;
      const error = errorKm(one, other);
      if (error === null) {
        if (one.lat == null) this.setAside++;
        continue;
      }
      this.located++;
      if (error <= REACH_KM) this.right++;
      this.trials.push({ confidence: other.confidence, right: error <= REACH_KM });
    }
  }

  /** Overlap recognition. */
  get recognition(): Rates {
    return rates(this.found, this.predicted, this.gold);
  }

  /** Share of the found places that lie within reach. */
  get accuracy(): number {
    return this.located === 0 ? 0 : this.right / this.located;
  }

  get endToEnd(): Rates {
    return rates(this.right, this.predicted - this.setAside, this.goldWithPoint);
  }
}
