/** A prediction made with some confidence, and whether it came true. */
export interface Trial {
  readonly confidence: number;
  readonly right: boolean;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Share that came true. */
  readonly right: number;
  /** Mean confidence. */
  readonly confidence: number;
}

const BINS = 10;

/** Trials by tenths of confidence; empty bins are left out. */
export function reliability(trials: readonly Trial[]): Bin[] {
  return Array.from({ length: BINS }, (_, i) => {
    const own = trials.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === i);
    const mean = (value: (trial: Trial) => number) => own.reduce((sum, trial) => sum + value(trial), 0) / own.length;
    return {
      from: i / BINS,
      to: (i + 1) / BINS,
      count: own.length,
      right: mean((t) => Number(t.right)),
      confidence: mean((t) => t.confidence),
    };
  }).filter((bin) => bin.count > 0);
}

/** Expected calibration error (Naeini et al. 2015): the mean gap between confidence and truth over the bins, by their size. */
export function calibrationError(trials: readonly Trial[]): number {
  return reliability(trials).reduce((sum, bin) => sum + (bin.count / trials.length) * Math.abs(bin.right - bin.confidence), 0);
}
