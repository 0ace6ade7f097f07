import type { ArticleMap, Role, Span } from '@/lib/types';

/** A mention as the reader marks it: where it stands, which place it means and which of that place's mentions it is, from 0. */
export interface MarkedMention extends Span {
  readonly placeId: string;
  readonly index: number;
  readonly role: Role;
}

/** A stretch of a paragraph: plain words, or those of a mention. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly mention: MarkedMention | null;
}

/** A line of the article with the line break that ends it. All of them in a row are the text, character for character. */
export interface Paragraph {
  readonly start: number;
  readonly pieces: readonly Piece[];
  readonly lineBreak: string;
  readonly placeIds: ReadonlySet<string>;
}

/** The article's mentions in the order of the text; those of governments and groups only where they are shown. */
export function markedMentions(map: ArticleMap, showAssociative: boolean): MarkedMention[] {
  const marked = map.features.flatMap((feature) =>
    feature.properties.mentions.map(({ start, end, role }, index) => ({ start, end, role, index, placeId: feature.id })),
  );
  return marked.filter((mention) => showAssociative || mention.role === 'literal').sort((a, b) => a.start - b.start);
}

/** Cuts a text into paragraphs at its line breaks, and each into plain and marked pieces. `mentions` in order of start, none overlapping. */
export function paragraphsOf(text: string, mentions: readonly MarkedMention[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (let start = 0; start < text.length || paragraphs.length === 0;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const first = next;
    while (next < mentions.length && (mentions[next]?.start ?? 0) < end) next += 1;
    const own = mentions.slice(first, next).filter((mention) => mention.end <= end);
    paragraphs.push({
      start,
      pieces: piecesOf(text, start, end, own),
      lineBreak: newline === -1 ? '' : '\n',
      placeIds: new Set(own.map((mention) => mention.placeId)),
    });
    start = end + 1;
  }
  return paragraphs;
}

function piecesOf(text: string, start: number, end: number, mentions: readonly MarkedMention[]): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const mention of mentions) {
    if (mention.start < at) continue;
    if (mention.start > at) pieces.push({ start: at, text: text.slice(at, mention.start), mention: null });
    pieces.push({ start: mention.start, text: text.slice(mention.start, mention.end), mention });
    at = mention.end;
  }
  if (at < end) pieces.push({ start: at, text: text.slice(at, end), mention: null });
  return pieces;
}
