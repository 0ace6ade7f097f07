import type { DatePrecision } from '../../types';
import { parseDay, precisionOf, toIso } from './calendar';
import type { DateExpression, DateRange } from './date-expression';
import { unitSpan } from './resolve-point';

/**
 * The days of an expression that counts from the event told before ("three days later"), whose days `anchor` are.
 *
 * Days are added to both ends. A week, month or year later is the calendar's whole one: nobody who says so means the day.
 * Null where the expression does not count from an event, or `anchor` is no pair of ISO 8601 dates.
 */
export function resolveNarrative(
  expression: Pick<DateExpression, 'offset'>,
  anchor: DateRange,
): { readonly range: DateRange; readonly precision: DatePrecision } | null {
  const start = parseDay(anchor.start);
  const end = parseDay(anchor.end);
  const { offset } = expression;
  if (!offset || start === null || end === null) return null;
  const span = { start: unitSpan(offset.unit, start, offset.low).start, end: unitSpan(offset.unit, end, offset.high).end };
  return { range: { start: toIso(span.start), end: toIso(span.end) }, precision: precisionOf(span) };
}
