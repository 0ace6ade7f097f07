/** One example: the indexes and values of its active features, whether it is a place, and how much it counts. */
export interface Example {
  readonly features: readonly number[];
  readonly values: readonly number[];
  readonly label: boolean;
  readonly weight: number;
}

const EPOCHS = 60;
const LEARNING_RATE = 0.2;

/**
 * Logistic regression with an L2 penalty on the distance from a prior, by AdaGrad over shuffled examples. Deterministic: the shuffle is seeded.
 * `signed`: features that keep their prior's sign, whatever a small corpus suggests. Returns a weight for each feature,
 * in log-odds.
 */
export function trainLogistic(
  examples: readonly Example[],
  prior: readonly number[],
  penalty: number,
  signed: ReadonlySet<number>,
): Float64Array {
  const weights = Float64Array.from(prior);
  const squares = new Float64Array(prior.length).fill(1e-6);
  const order = examples.map((_, i) => i);
  const random = seeded(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      let score = 0;
      example.features.forEach((feature, k) => (score += (weights[feature] ?? 0) * (example.values[k] ?? 0)));
      const error = (1 / (1 + Math.exp(-score)) - (example.label ? 1 : 0)) * example.weight;
      example.features.forEach((feature, k) => {
        const gradient = error * (example.values[k] ?? 0) + (penalty * ((weights[feature] ?? 0) - (prior[feature] ?? 0))) / examples.length;
        squares[feature] = (squares[feature] ?? 0) + gradient * gradient;
        const weight = (weights[feature] ?? 0) - (LEARNING_RATE * gradient) / Math.sqrt(squares[feature] ?? 1);
        weights[feature] = signed.has(feature) && (prior[feature] ?? 0) * weight < 0 ? 0 : weight;
      });
    }
  }
  return weights;
}

/** Mulberry32: a small generator whose sequence is fixed by its seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
