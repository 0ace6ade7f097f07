import type { ArticleMap, FeatureMention, Span } from '@/lib/types';
import { mentionsOf, type ReviewItem } from './items';

/** Whether a correction holds for a name throughout the article, which is usual, or for one mention alone. */
export type Scope = 'all' | 'one';

/**
 * The mentions that a correction of a name applies to: all that are written the same, whatever the machine took them for,
 * but for those that a person has placed elsewhere; or the one.
 */
export function mentionsInScope(map: ArticleMap, item: ReviewItem, mention: FeatureMention, scope: Scope): Span[] {
  if (scope === 'one') return [spanOf(mention)];
  const own = mentionsOf(item);
  const others = [...map.features.flatMap(({ properties }) => properties.mentions), ...map.unlocated.flatMap((name) => name.mentions)];
  return others
    .filter((other) => other.text === mention.text && (own.includes(other) || other.review?.by !== 'human'))
    .sort((a, b) => a.start - b.start)
    .map(spanOf);
}

/** Where the text has the same words again, as words of their own: what a missed name is marked as. */
export function occurrencesOf(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    if (!isLetter(text, start - 1) && !isLetter(text, end)) found.push({ start, end });
  }
  return found;
}

function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
