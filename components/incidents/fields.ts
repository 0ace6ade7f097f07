import type { MapIncident, Quote, Span } from '@/lib/types';

/** What of an incident some words of a passage gave. */
export const FIELDS = ['trigger', 'date', 'place', 'casualties', 'actor', 'weapon', 'status', 'source'] as const;
export type Field = (typeof FIELDS)[number];

/** A stretch of a passage, and what it gave; null for plain words. */
export interface FieldPiece {
  readonly start: number;
  readonly text: string;
  readonly field: Field | null;
  /** Whether it is part of the words that name the event. */
  readonly inTrigger: boolean;
}

/** The words that gave each field, as far as the article says them. */
export function fieldSpans({ spans, date, actors, casualties, tolls }: MapIncident): { readonly field: Field; readonly span: Span }[] {
  const found: [Field, Span | null | undefined][] = [
    ['trigger', spans.trigger],
    ['date', date?.span],
    ['place', spans.place],
    ['status', spans.status],
    ...spans.weapons.map((span): [Field, Span] => ['weapon', span]),
    ...actors.map(({ span }): [Field, Span] => ['actor', span]),
    ...[casualties, ...tolls].flatMap(({ killed, injured }): [Field, Span | undefined][] => [
      ['casualties', killed?.span],
      ['casualties', injured?.span],
    ]),
    ...tolls.map(({ source }): [Field, Span | null] => ['source', source]),
  ];
  return found.flatMap(([field, span]) => (span ? [{ field, span }] : []));
}

/** Cuts a passage where marked words begin and end. Where words gave two fields, the shorter ones are marked, as the more telling. */
export function fieldPieces({ start, end, text }: Quote, marked: readonly { readonly field: Field; readonly span: Span }[]): FieldPiece[] {
  const inside = marked.filter(({ span }) => span.start < end && span.end > start);
  const edges = new Set([start, end, ...inside.flatMap(({ span }) => [Math.max(start, span.start), Math.min(end, span.end)])]);
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces: FieldPiece[] = [];
  cuts.slice(0, -1).forEach((from, i) => {
    const to = cuts[i + 1] ?? end;
    const [over] = inside.filter(({ span }) => span.start <= from && span.end >= to).sort((a, b) => length(a.span) - length(b.span));
    const words = text.slice(from - start, to - start);
    const field = over?.field ?? null;
    const inTrigger = inside.some((mark) => mark.field === 'trigger' && mark.span.start <= from && mark.span.end >= to);
    const last = pieces.at(-1);
    // What was cut by a longer mark's edge alone belongs together.
    if (last && last.field === field && last.inTrigger === inTrigger) pieces[pieces.length - 1] = { ...last, text: last.text + words };
    else pieces.push({ start: from, text: words, field, inTrigger });
  });
  return pieces;
}

function length({ start, end }: Span): number {
  return end - start;
}
