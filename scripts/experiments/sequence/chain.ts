import { seeded } from '../../train/logistic';

/** Labels of a token: outside a name, its first token, a later one. */
export const [OUTSIDE, BEGIN, INSIDE] = [0, 1, 2] as const;
const LABELS = 3;
/** The label before a sentence's first token. */
const START = 3;

/** Features fall into so many buckets: with two bytes a weight, 786 kB. */
export const BUCKETS = 1 << 17;

/** One sentence: for each token the buckets of its active features, its true label, and whether that label counts. */
export interface Sequence {
  /** Index of its first token in the article. */
  readonly first: number;
  readonly features: readonly Int32Array[];
  readonly labels: Uint8Array;
  readonly ignored: Uint8Array;
}

export interface Chain {
  readonly emission: Float64Array;
  /** From (four, the last before the first token) × to. */
  readonly transition: Float64Array;
}

export type Learner = 'perceptron' | 'crf';

/** Learns a linear chain over BIO labels. `seed`: of the shuffles. Deterministic. */
export function trainChain(sequences: readonly Sequence[], learner: Learner, epochs: number, seed: number): Chain {
  return learner === 'perceptron' ? trainPerceptron(sequences, epochs, seed) : trainCrf(sequences, epochs, seed);
}

/** Averaged structured perceptron (Collins 2002); the average is kept lazily. */
function trainPerceptron(sequences: readonly Sequence[], epochs: number, seed: number): Chain {
  const chain = emptyChain();
  const sums = emptyChain();
  let step = 1;
  forEachShuffled(sequences, epochs, seed, (sequence) => {
    const { features, labels, ignored } = sequence;
    const predicted = decode(chain, sequence);
    const wanted = labels.map((label, i) => (ignored[i] ? (predicted[i] ?? 0) : label));
    const move = (values: Float64Array, totals: Float64Array, index: number, by: number) => {
      values[index] = (values[index] ?? 0) + by;
      totals[index] = (totals[index] ?? 0) + by * step;
    };
    for (let i = 0; i < wanted.length; i++) {
      const [want, got] = [wanted[i] ?? 0, predicted[i] ?? 0];
      const [wantBefore, gotBefore] = i === 0 ? [START, START] : [wanted[i - 1] ?? 0, predicted[i - 1] ?? 0];
      if (want !== got || wantBefore !== gotBefore) {
        move(chain.transition, sums.transition, wantBefore * LABELS + want, 1);
        move(chain.transition, sums.transition, gotBefore * LABELS + got, -1);
      }
      if (want === got) continue;
      for (const bucket of features[i] ?? []) {
        move(chain.emission, sums.emission, bucket * LABELS + want, 1);
        move(chain.emission, sums.emission, bucket * LABELS + got, -1);
      }
    }
    step++;
  });
  for (const key of ['emission', 'transition'] as const)
    chain[key].forEach((value, i) => (chain[key][i] = value - (sums[key][i] ?? 0) / step));
  return chain;
}

/** AdaGrad's step, and the pull of each weight in use towards 0. */
const CRF_RATE = 0.1;
const CRF_DECAY = 1e-3;

/** Conditional random field by AdaGrad on the log-likelihood, with an L2 penalty on the weights in use. */
function trainCrf(sequences: readonly Sequence[], epochs: number, seed: number): Chain {
  const chain = emptyChain();
  const squares = emptyChain();
  const descend = (values: Float64Array, totals: Float64Array, index: number, gradient: number) => {
    const own = gradient + CRF_DECAY * (values[index] ?? 0);
    totals[index] = (totals[index] ?? 0) + own * own;
    values[index] = (values[index] ?? 0) - (CRF_RATE * own) / Math.sqrt((totals[index] ?? 0) + 1e-8);
  };
  forEachShuffled(sequences, epochs, seed, ({ features, labels, ignored }) => {
    const { single, pair } = marginals(chain, features);
    for (let i = 0; i < labels.length; i++) {
      if (!ignored[i])
        for (let y = 0; y < LABELS; y++) {
          const gradient = (single[i * LABELS + y] ?? 0) - (labels[i] === y ? 1 : 0);
          if (Math.abs(gradient) < 1e-4) continue;
          for (const bucket of features[i] ?? []) descend(chain.emission, squares.emission, bucket * LABELS + y, gradient);
        }
      if (i === 0 || ignored[i] || ignored[i - 1]) continue;
      for (let a = 0; a < LABELS; a++)
        for (let b = 0; b < LABELS; b++) {
          const gradient = (pair[(i * LABELS + a) * LABELS + b] ?? 0) - (labels[i - 1] === a && labels[i] === b ? 1 : 0);
          descend(chain.transition, squares.transition, a * LABELS + b, gradient);
        }
    }
  });
  return chain;
}

/** The same chain with a bonus for each token in a name: more names are found, and more that are none. */
export function biased(chain: Chain, bonus: number): Chain {
  return { emission: chain.emission, transition: chain.transition.map((weight, i) => (i % LABELS === OUTSIDE ? weight - bonus : weight)) };
}

/** Viterbi: the best labels of a sentence. */
export function decode(chain: Chain, { features }: Pick<Sequence, 'features'>): Uint8Array {
  const count = features.length;
  const best = new Float64Array(count * LABELS);
  const from = new Uint8Array(count * LABELS);
  for (let i = 0; i < count; i++) {
    for (let y = 0; y < LABELS; y++) {
      let top = -Infinity;
      for (let before = i === 0 ? START : 0; before < (i === 0 ? START + 1 : LABELS); before++) {
        const score = (i === 0 ? 0 : (best[(i - 1) * LABELS + before] ?? 0)) + transitionOf(chain, before, y);
        if (score > top) [top, from[i * LABELS + y]] = [score, before];
      }
      best[i * LABELS + y] = top + emissionOf(chain, features[i], y);
    }
  }
  const labels = new Uint8Array(count);
  let label = 0;
  for (let y = 1; y < LABELS; y++) if ((best[(count - 1) * LABELS + y] ?? 0) > (best[(count - 1) * LABELS + label] ?? 0)) label = y;
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label;
    label = from[i * LABELS + label] ?? 0;
  }
  return labels;
}

/** For each token, how much better a name's labels are than none: log-odds for a CRF, a margin of whole readings for a perceptron. */
export function nameScores(chain: Chain, { features }: Pick<Sequence, 'features'>, learner: Learner): Float64Array {
  const { forward, backward } = passes(chain, features, learner === 'crf' ? sumLogs : Math.max);
  return Float64Array.from(features, (_, i) => {
    const at = (y: number) => (forward[i * LABELS + y] ?? 0) + (backward[i * LABELS + y] ?? 0);
    return (learner === 'crf' ? sumLogs : Math.max)(at(BEGIN), at(INSIDE)) - at(OUTSIDE);
  });
}

function marginals(chain: Chain, features: readonly Int32Array[]): { single: Float64Array; pair: Float64Array } {
  const { forward, backward, emissions } = passes(chain, features, sumLogs);
  const count = features.length;
  let total = -Infinity;
  for (let y = 0; y < LABELS; y++) total = sumLogs(total, forward[(count - 1) * LABELS + y] ?? 0);
  const single = forward.map((value, i) => Math.exp(value + (backward[i] ?? 0) - total));
  const pair = new Float64Array(count * LABELS * LABELS);
  for (let i = 1; i < count; i++)
    for (let a = 0; a < LABELS; a++)
      for (let b = 0; b < LABELS; b++) {
        const here = i * LABELS + b;
        const score = (forward[(i - 1) * LABELS + a] ?? 0) + transitionOf(chain, a, b) + (emissions[here] ?? 0) + (backward[here] ?? 0);
        pair[(i * LABELS + a) * LABELS + b] = Math.exp(score - total);
      }
  return { single, pair };
}

function passes(chain: Chain, features: readonly Int32Array[], join: (a: number, b: number) => number) {
  const count = features.length;
  const emissions = new Float64Array(count * LABELS);
  const forward = new Float64Array(count * LABELS);
  const backward = new Float64Array(count * LABELS);
  for (let i = 0; i < count; i++)
    for (let y = 0; y < LABELS; y++) {
      const own = (emissions[i * LABELS + y] = emissionOf(chain, features[i], y));
      let all = i === 0 ? transitionOf(chain, START, y) : -Infinity;
      for (let before = 0; i > 0 && before < LABELS; before++)
        all = join(all, (forward[(i - 1) * LABELS + before] ?? 0) + transitionOf(chain, before, y));
      forward[i * LABELS + y] = all + own;
    }
  for (let i = count - 2; i >= 0; i--)
    for (let y = 0; y < LABELS; y++) {
      let all = -Infinity;
      for (let next = 0; next < LABELS; next++) {
        const there = (i + 1) * LABELS + next;
        all = join(all, transitionOf(chain, y, next) + (emissions[there] ?? 0) + (backward[there] ?? 0));
      }
      backward[i * LABELS + y] = all;
    }
  return { emissions, forward, backward };
}

/** No name begins with a later token. */
function transitionOf(chain: Chain, from: number, to: number): number {
  return to === INSIDE && (from === OUTSIDE || from === START) ? -1e6 : (chain.transition[from * LABELS + to] ?? 0);
}

function emissionOf({ emission }: Chain, features: Int32Array | undefined, label: number): number {
  let score = 0;
  if (features) for (let k = 0; k < features.length; k++) score += emission[(features[k] ?? 0) * LABELS + label] ?? 0;
  return score;
}

function sumLogs(a: number, b: number): number {
  const top = Math.max(a, b);
  return top === -Infinity ? top : top + Math.log1p(Math.exp(Math.min(a, b) - top));
}

function emptyChain(): Chain {
  return { emission: new Float64Array(BUCKETS * LABELS), transition: new Float64Array((LABELS + 1) * LABELS) };
}

function forEachShuffled<T>(items: readonly T[], epochs: number, seed: number, visit: (item: T) => void): void {
  const order = [...items];
  const random = seeded(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const [a, b] = [order[i], order[j]];
      if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a];
    }
    order.forEach(visit);
  }
}
