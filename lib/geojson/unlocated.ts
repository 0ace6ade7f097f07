import type { Resolution, Span, UnlocatedName } from '../types';
import { quoteOf } from './named-places';

/** The names that no place of the gazetteer bears, or none in the countries spoken of, each once, in order of first mention. */
export function unlocatedNames(text: string, sentences: readonly Span[], resolutions: readonly Resolution[]): UnlocatedName[] {
  const names = new Map<string, UnlocatedName & { mentions: UnlocatedName['mentions'][number][] }>();
  for (const { mention, candidates } of resolutions) {
    if (candidates.length > 0) continue;
    const { start, end, role, confidence, headKind } = mention;
    const quote = quoteOf(sentences, mention);
    let name = names.get(mention.text);
    if (!name) names.set(mention.text, (name = { name: mention.text, kind: headKind, mentions: [], review: { by: 'machine' } }));
    name.mentions.push({
      start,
      end,
      text: mention.text,
      role,
      confidence: Math.round(confidence * 100) / 100,
      quote: { ...quote, text: text.slice(quote.start, quote.end) },
    });
  }
  return [...names.values()];
}
