import { tokenize, type Tokens } from '../../text/tokenize';
import type { Language, Span } from '../../types';
import { parseDay, precisionOf, toIso, type DayNumber } from './calendar';
import type { DateExpression, DateKind } from './date-expression';
import { isDoubtful, isFuture } from './date-context';
import type { Point } from './point';
import { readExpressions, type Draft } from './read-expression';
import { Reading } from './reading';
import { resolvePoint, type Reference, type Resolved } from './resolve-point';
import { vocabularyOf } from './vocabulary';

/**
 * The words of a text that say when, in the order of the text; quotes do not overlap.
 *
 * `publishedAt` is an ISO 8601 date or date-time, whose written calendar day counts; where it is null or none, what counts from
 * it has no range. All reckoning is in calendar days, weeks begin on Monday, and no impossible day is returned. `tokens` may be
 * handed in where the text has been cut already. Pure, linear in the text's length, never throws.
 */
export function readDates(
  text: string,
  sentences: readonly Span[],
  language: Language,
  publishedAt: string | null,
  tokens: Tokens = tokenize(text),
): DateExpression[] {
  const reading = new Reading(tokens, vocabularyOf(language));
  const published = publishedAt === null ? null : parseDay(publishedAt);
  const expressions: DateExpression[] = [];
  let year: number | null = null;
  let sentence = 0;
  let last = 0;
  for (let i = 0; i < tokens.count;) {
    const drafts = readExpressions(reading, i);
    let next = i + 1;
    for (const draft of drafts) {
      next = Math.max(next, draft.next);
      if (isDoubtful(reading, draft)) continue;
      while ((sentences[sentence]?.end ?? Infinity) <= draft.start) sentence++;
      const future = isFuture(reading, draft, sentences[sentence]?.start ?? 0);
      // "the week before last March": the word between is the first one's.
      const start = draft.start < last ? reading.start(draft.first) : draft.start;
      const end = endOf(text, start, tokens.end[draft.next - 1] ?? start);
      const expression = express(draft, { future, year, weekend: reading.vocabulary.weekend }, published);
      if (!expression || start < last || end <= start) continue;
      year = yearOf(draft, expression) ?? year;
      last = end;
      const { kind, anchor, range, precision, direction, offset } = expression;
      expressions.push({ start, end, text: text.slice(start, end), kind, anchor, range, precision, direction, offset });
    }
    i = next;
  }
  return expressions;
}

/** A bracket opened within the quote is closed in it: `الاثنين (5 أغسطس)`. */
function endOf(text: string, start: number, end: number): number {
  const quote = text.slice(start, end);
  if (quote.lastIndexOf('(') <= quote.lastIndexOf(')')) return end;
  // A space may stand before it, in texts that were cut into words.
  const close = text.charAt(end) === ' ' ? end + 1 : end;
  return text.charAt(close) === ')' ? close + 1 : end;
}

type Expression = Omit<DateExpression, 'start' | 'end' | 'text'>;

/** A stand-in for a publication date that is not known: what depends on it is thrown away again. */
const ANY_DAY = 0;

function express(draft: Draft, context: Omit<Reference, 'day'>, published: DayNumber | null): Expression | null {
  const { from } = draft;
  if (from.form === 'narrative') {
    const { unit, low, high } = from;
    const precision =
      low !== high ? (unit === 'hour' ? 1 : unit === 'day' ? 2 : 5) : unit === 'week' ? 3 : unit === 'month' ? 4 : unit === 'year' ? 5 : 1;
    return { kind: kindOf(draft), anchor: 'narrative', range: null, precision, direction: null, offset: { unit, low, high } };
  }
  const { future, year, weekend } = context;
  const reference: Reference = { day: published ?? ANY_DAY, future, year, weekend };
  const resolved = resolveDraft(draft, reference, published);
  if (!resolved) return unresolved(draft);
  const known = resolved.absolute || published !== null;
  const range = known ? { start: toIso(resolved.start), end: toIso(resolved.end) } : null;
  const direction = published === null ? null : resolved.start > published ? 'future' : 'past';
  const precision = known || draft.relation !== 'since' ? resolved.precision : 5;
  return { kind: kindOf(draft), anchor: resolved.absolute ? 'absolute' : 'publication', range, precision, direction, offset: null };
}

function resolveDraft(draft: Draft, reference: Reference, published: DayNumber | null): Resolved | null {
  if (draft.to) return resolveRange(draft.from, draft.to, reference);
  const resolved = resolvePoint(draft.from, reference);
  if (!resolved || draft.relation !== 'since') return resolved;
  if (published === null) return { ...resolved, absolute: false };
  // What is yet to come, nothing can have lasted since.
  return resolved.start > published ? null : spanTo(resolved.start, published, false);
}

/** The end is read from publication, the beginning from the end: "from 28 December to 3 January". */
function resolveRange(from: Point, to: Point, reference: Reference): Resolved | null {
  const shared = shareYear(from, to);
  const end = resolvePoint(to, reference);
  if (!end) return null;
  const start = resolvePoint(shared, { ...reference, day: end.end, future: false });
  if (!start || start.start > end.end) return null;
  return spanTo(start.start, end.end, end.absolute);
}

/** "May to July 2024": the year stands with the second alone, and the beginning is the last such month before it. */
function shareYear(from: Point, to: Point): Point {
  if (from.form !== 'date' || to.form !== 'date' || from.year !== null || from.shift !== null || from.month !== to.month) return from;
  return { ...from, year: to.year, shift: to.shift };
}

function spanTo(start: DayNumber, end: DayNumber, absolute: boolean): Resolved {
  return { start, end, precision: precisionOf({ start, end }), absolute };
}

/** Day and month that cannot be told apart are still a date, without a range; a day that does not exist is none. */
function unresolved(draft: Draft): Expression | null {
  const { from } = draft;
  if (draft.to || from.form !== 'numeric' || from.days.length < 2) return null;
  return { kind: 'day', anchor: 'absolute', range: null, precision: 4, direction: null, offset: null };
}

function kindOf({ from, to, relation }: Draft): DateKind {
  if (relation !== 'on') return relation;
  if (to) return 'range';
  switch (from.form) {
    case 'date':
      return from.day !== null ? 'day' : 'month';
    case 'day':
      return from.offset === 0 && from.weekday === null ? 'today' : 'day';
    case 'night':
    case 'weekend':
    case 'year':
      return from.form;
    case 'past':
      return 'range';
    case 'unit':
    case 'ago':
    case 'narrative':
      return from.unit === 'hour' || from.unit === 'minute' ? 'today' : from.unit;
    default:
      return 'day';
  }
}

/** The year that an expression names outright, for "that year" behind it. */
function yearOf({ from, to }: Draft, { anchor, range }: Expression): number | null {
  const names = [from, to].some((point) => point?.form === 'year' || (point?.form === 'date' && point.year !== null && !point.hijri));
  return names && anchor === 'absolute' && range ? Number(range.end.slice(0, 4)) : null;
}
