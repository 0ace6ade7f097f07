import type { DayNumber } from './calendar';
import type { TimeUnit } from './date-expression';

/** -2 the one before last, -1 last, 0 this, 1 next. */
export type Shift = number;

/** Which third of a month or year, or half of a week: 1 early, 2 middle, 3 late. */
export type Part = 1 | 2 | 3;

/** A year as the words give it: its number, "last year", "that year" (the one named before). */
export type YearName = { readonly number: number } | { readonly shift: Shift } | 'same';

/** What the words of a date say, before the calendar is asked. */
export type Point =
  | {
      readonly form: 'date';
      readonly year: YearName | null;
      readonly month: number;
      readonly day: number | null;
      readonly weekday: number | null;
      readonly hijri: boolean;
      readonly part: Part | null;
      /** "last July", `يوليو الماضي`. */
      readonly shift: Shift | null;
    }
  /** `5 من الشهر الجاري`, "the 5th of last month". */
  | { readonly form: 'dayOfMonth'; readonly day: number; readonly shift: Shift }
  /** Two readings where day and month could be either way round. */
  | { readonly form: 'numeric'; readonly days: readonly DayNumber[] }
  | { readonly form: 'year'; readonly year: number; readonly part: Part | null }
  | { readonly form: 'weekday'; readonly weekday: number; readonly shift: Shift | null }
  /** "yesterday" is -1; where a weekday stands beside it, the weekday decides. */
  | { readonly form: 'day'; readonly offset: number; readonly weekday: number | null }
  /** The night before publication, or the one that began on a weekday. */
  | { readonly form: 'night'; readonly weekday: number | null }
  | {
      readonly form: 'unit';
      readonly unit: TimeUnit;
      readonly shift: Shift;
      readonly part: Part | null;
      readonly open: 'earlier' | 'later' | null;
    }
  | { readonly form: 'weekend'; readonly shift: Shift | null }
  | { readonly form: 'ago'; readonly unit: TimeUnit; readonly low: number; readonly high: number }
  /** "the past three days": up to publication. */
  | { readonly form: 'past'; readonly unit: TimeUnit; readonly high: number }
  /** Counted from the event told before. */
  | { readonly form: 'narrative'; readonly unit: TimeUnit; readonly low: number; readonly high: number };

/** Words read as a point: tokens `first` to before `next`, of which the quote begins at `start`. */
export interface Read {
  readonly point: Point;
  readonly start: number;
  readonly next: number;
}
