import arAbbreviations from '../../data/lexicon/ar/abbreviations.json';
import enAbbreviations from '../../data/lexicon/en/abbreviations.json';
import { splitSentences } from '../text/sentences';
import type { ArticleMap, FeatureMention, Span } from '../types';

const ABBREVIATIONS = new Set([...arAbbreviations.noBreakAfter, ...enAbbreviations.noBreakAfter].map((word) => word.toLowerCase()));

/** Words that a person marks as a place's name, as mentions with the sentences that they stand in, cut as the engine cuts them. */
export function markedMentions(map: ArticleMap, text: string, spans: readonly Span[]): FeatureMention[] {
  const sentences = sentencesOf(map, text);
  return spans.map(({ start, end }) => {
    const around = sentences.filter((sentence) => sentence.start < end && sentence.end > start);
    const quote = { start: Math.min(start, around[0]?.start ?? start), end: Math.max(end, around.at(-1)?.end ?? end) };
    return {
      start,
      end,
      text: text.slice(start, end),
      role: 'literal',
      confidence: 1,
      quote: { ...quote, text: text.slice(quote.start, quote.end) },
    };
  });
}

/** The sentences that some words stand in. */
export function sentencesAround(map: ArticleMap, text: string, { start, end }: Span): Span[] {
  return sentencesOf(map, text).filter((sentence) => sentence.start < end && sentence.end > start);
}

function sentencesOf({ article }: ArticleMap, text: string): Span[] {
  return splitSentences(text, article.language === 'ar' || article.language === 'en' ? ABBREVIATIONS : new Set());
}
