import { LATIN } from '../text/tokenize';
import { articleFeatures } from './article-features';
import type { Context } from './context';
import type { EmitFeature } from './features';
import { afterFeatures, beforeFeatures, capitalFeatures } from './neighbour-features';
import { gazetteerFeatures, wordFeatures } from './own-features';
import { unknownFeatures } from './unknown-features';

/** Calls `emit` for every signal that speaks for or against match `index` of the context. */
export function extractFeatures(context: Context, index: number, emit: EmitFeature): void {
  const match = context.matches[index];
  if (!match) return;
  emit('bias', 1);
  gazetteerFeatures(context, match, emit);
  unknownFeatures(context, match, emit);
  wordFeatures(context, match, emit);
  beforeFeatures(context, match, emit);
  afterFeatures(context, match, emit);
  if (context.cased && (context.tokens.flags[match.first] ?? 0) & LATIN) capitalFeatures(context, match, emit);
  articleFeatures(context, match, index, emit);
}
