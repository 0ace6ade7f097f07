import type { ArticleMap, MapIncident, Role, Span } from '@/lib/types';

/** A mention as the reader marks it: where it stands, which place it means and which of that place's mentions it is, from 0. */
export interface MarkedMention extends Span {
  readonly placeId: string;
  readonly index: number;
  readonly role: Role;
  /** Whether it goes on after another mention inside it: "between [Hit] and [Ramadi]". */
  readonly isContinued: boolean;
}

/** The words that name an event, and the incidents that they name: one sentence may tell of two ("on 16 and 25 July"). */
export interface MarkedTrigger extends Span {
  readonly incidentIds: readonly string[];
}

/** A stretch of a paragraph: plain words, those of a mention, or those that name an event. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly mention: MarkedMention | null;
  readonly trigger: MarkedTrigger | null;
}

/** A line of the article with the line break that ends it. All of them in a row are the text, character for character. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  readonly lineBreak: string;
  /** The places and incidents that are marked in it. */
  readonly ids: ReadonlySet<string>;
}

/** The article's mentions in the order of the text; those of governments and groups only where they are shown. */
export function markedMentions(map: ArticleMap, showAssociative: boolean): MarkedMention[] {
  const marked = map.features.flatMap((feature) =>
    feature.properties.mentions.map(({ start, end, role }, index) => ({
      start,
      end,
      role,
      index,
      placeId: feature.id,
      isContinued: false,
    })),
  );
  const shown = marked.filter((mention) => showAssociative || mention.role === 'literal');
  return unnested(shown.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Cuts mentions around those inside them: the words of a border or a road hold the names of its ends, which are marked too. */
function unnested(mentions: readonly MarkedMention[]): MarkedMention[] {
  const cut = mentions.flatMap((mention, i) => {
    const parts: MarkedMention[] = [];
    let at = mention.start;
    for (let next = i + 1; (mentions[next]?.start ?? Infinity) < mention.end; next += 1) {
      const inner = mentions[next];
      if (inner === undefined || inner.end > mention.end || inner.start < at) continue;
      if (inner.start > at) parts.push({ ...mention, start: at, end: inner.start, isContinued: parts.length > 0 });
      at = inner.end;
    }
    if (at < mention.end) parts.push({ ...mention, start: at, isContinued: parts.length > 0 });
    return parts;
  });
  return cut.sort((a, b) => a.start - b.start);
}

/** The words that name the incidents, in the order of the text. */
export function markedTriggers(incidents: readonly MapIncident[]): MarkedTrigger[] {
  const bySpan = new Map<string, string[]>();
  for (const { id, spans } of incidents) {
    const { start, end } = spans.trigger;
    const key = `${start}-${end}`;
    const ids = bySpan.get(key);
    if (ids) ids.push(id);
    else bySpan.set(key, [id]);
  }
  const marked = [...bySpan].map(([key, incidentIds]) => {
    const [start = 0, end = 0] = key.split('-').map(Number);
    return { start, end, incidentIds };
  });
  return marked.sort((a, b) => a.start - b.start);
}

type Marked = MarkedMention | MarkedTrigger;

/** Cuts a text into paragraphs at its line breaks, and each into plain and marked pieces. A mention goes before a trigger that it touches. */
export function paragraphsOf(text: string, mentions: readonly MarkedMention[], triggers: readonly MarkedTrigger[] = []): Paragraph[] {
  let passed = 0;
  // Both stand in the order of the text: one pass over them, as there may be thousands of each.
  const free = triggers.filter((trigger) => {
    while (passed < mentions.length && (mentions[passed]?.end ?? 0) <= trigger.start) passed += 1;
    const next = mentions[passed];
    return next === undefined || next.start >= trigger.end;
  });
  const marked: Marked[] = [...mentions, ...free].sort((a, b) => a.start - b.start);
  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (let start = 0; start < text.length || paragraphs.length === 0;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const first = next;
    while (next < marked.length && (marked[next]?.start ?? 0) < end) next += 1;
    const own = marked.slice(first, next).filter((mark) => mark.end <= end);
    paragraphs.push({
      start,
      end,
      pieces: piecesOf(text, start, end, own),
      lineBreak: newline === -1 ? '' : '\n',
      ids: new Set(own.flatMap((mark) => ('placeId' in mark ? mark.placeId : mark.incidentIds))),
    });
    start = end + 1;
  }
  return paragraphs;
}

function piecesOf(text: string, start: number, end: number, marked: readonly Marked[]): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  const plainTo = (to: number) => {
    if (to > at) pieces.push({ start: at, text: text.slice(at, to), mention: null, trigger: null });
  };
  for (const mark of marked) {
    if (mark.start < at) continue;
    plainTo(mark.start);
    const isMention = 'placeId' in mark;
    pieces.push({
      start: mark.start,
      text: text.slice(mark.start, mark.end),
      mention: isMention ? mark : null,
      trigger: isMention ? null : mark,
    });
    at = mark.end;
  }
  plainTo(end);
  return pieces;
}

/** Cuts pieces where evidence begins and ends, and says of each whether it is evidence. */
export function litPieces(pieces: readonly Piece[], evidence: readonly Span[]): { readonly piece: Piece; readonly lit: boolean }[] {
  const edges = [...new Set(evidence.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return pieces.flatMap((piece) => {
    const end = piece.start + piece.text.length;
    // Marked words are never cut: they are one button.
    const cuts = piece.mention === null && piece.trigger === null ? edges.filter((edge) => edge > piece.start && edge < end) : [];
    return [piece.start, ...cuts].map((start, i) => {
      const text = piece.text.slice(start - piece.start, (cuts[i] ?? end) - piece.start);
      return { piece: { ...piece, start, text }, lit: evidence.some((span) => span.start <= start && start < span.end) };
    });
  });
}
