import type { Span } from '@/lib/types';

/** Moves of a selection that goes by words, so that it can be made with the keyboard alone. */
export type Move = 'next' | 'previous' | 'nextSentence' | 'previousSentence' | 'longer' | 'shorter' | 'startLater' | 'startEarlier';

/** The words of a text, as spans: letters and digits as the language divides them. */
export function wordsOf(text: string, language: string): Span[] {
  const words: Span[] = [];
  for (const { index, segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text))
    if (isWordLike) words.push({ start: index, end: index + segment.length });
  return words;
}

/** The word at an offset, or else the first after it. */
export function wordAt(words: readonly Span[], offset: number): Span | null {
  return words.find(({ end }) => end > offset) ?? words.at(-1) ?? null;
}

/**
 * The selection after a move. `next` and `previous` go to a single word, `longer` and `shorter` take in the following
 * word or leave out the last, and `startLater` and `startEarlier` move the beginning by a letter, which parts a name from
 * the prefix that Arabic writes with it.
 */
export function moved(text: string, words: readonly Span[], { start, end }: Span, move: Move): Span {
  const first = words.findIndex((word) => word.end > start);
  const last = words.findLastIndex((word) => word.start < end);
  const word = (at: number): Span => words[Math.max(0, Math.min(words.length - 1, at))] ?? { start, end };
  switch (move) {
    case 'next':
      return word(last + 1);
    case 'previous':
      return word(first - 1);
    case 'nextSentence':
      return words.find((one) => one.start >= end && startsSentence(text, one.start)) ?? word(words.length - 1);
    case 'previousSentence':
      return words.findLast((one) => one.end <= start && startsSentence(text, one.start)) ?? word(0);
    case 'longer':
      return { start, end: word(last + 1).end };
    case 'shorter':
      return last > first ? { start, end: word(last - 1).end } : { start, end };
    case 'startLater':
      return start + 1 < end ? { start: start + 1, end } : { start, end };
    case 'startEarlier':
      return start > word(first).start ? { start: start - 1, end } : { start, end };
  }
}

function startsSentence(text: string, at: number): boolean {
  return /(^|[.!?؟\n]["”»’)\s]*)$/u.test(text.slice(Math.max(0, at - 6), at));
}
