import type { DatePrecision, Quote } from '../../types';

/**
 * What the words are. `today` stands apart because it is the least to be trusted: in a quotation it is the speaker's day, not the
 * publication's. `since` runs from the day named up to publication; `until` names only the end, and its range is that end itself.
 */
export type DateKind = 'day' | 'today' | 'night' | 'week' | 'weekend' | 'month' | 'year' | 'range' | 'since' | 'until';

/** From what the days are counted: the calendar alone, the day of publication, or the event told before. */
export type DateAnchor = 'absolute' | 'publication' | 'narrative';

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** Calendar days, inclusive, ISO 8601. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
}

/** How far from the event told before: "three days later" is 3 to 3 days, "a few days earlier" -6 to -2, "the same day" 0. */
export interface NarrativeOffset {
  readonly unit: TimeUnit;
  readonly low: number;
  readonly high: number;
}

/** Words that say when. The quote is the date itself, without prepositions and proclitics, but with "since", "between" or "from". */
export interface DateExpression extends Quote {
  readonly kind: DateKind;
  readonly anchor: DateAnchor;
  /** Null where it hangs on a publication date that is not known or on the event told before, or where day and month cannot be told apart. */
  readonly range: DateRange | null;
  readonly precision: DatePrecision;
  /** Whether the range lies before or at publication, or wholly after; null where either is unknown. */
  readonly direction: 'past' | 'future' | null;
  /** Set exactly where `anchor` is `narrative`; for `resolveNarrative`. */
  readonly offset: NarrativeOffset | null;
}
