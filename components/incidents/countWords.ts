import { pluralRules } from '@/components/ui/intl';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber, plural, type PluralForms } from '@/components/ui/messages';
import type { Count } from '@/lib/types';

type Vague = Readonly<Record<'several' | 'dozens' | 'hundreds' | 'thousands', string>>;

/** How a number of people is said: killed or injured. */
export interface CountForms {
  readonly forms: PluralForms;
  readonly none: string;
  readonly vague: Vague;
}

/** How a bound is said of either. */
export interface BoundForms {
  readonly atLeast: string;
  readonly atMost: string;
  readonly range: string;
  readonly about: string;
}

/**
 * "at least 5 killed", "several injured", "3 to 5 killed", `قتيلان على الأقل`: never more exact than the text is.
 * Gives null for a count without any figure.
 */
export function countWords(
  locale: Locale,
  { low, best, high }: Count,
  { forms, none, vague }: CountForms,
  bounds: BoundForms,
): string | null {
  const say = (n: number): string => (n === 0 ? none : plural(locale, forms, n));
  if (best === null && high === null) return low === null ? null : vague[sizeOf(low)];
  if (low === null && high !== null) return fill(bounds.atMost, { count: say(high) });
  if (low !== null && high !== null && low < high) return ranged(locale, forms, fill(bounds.range, numbers(locale, low, high)), high);
  if (best === null) return say(high ?? 0);
  if (low !== null && high === null) return fill(bounds.atLeast, { count: say(low) });
  return low === null ? fill(bounds.about, { count: say(best) }) : say(best);
}

/** "several" has the low bound 3, "dozens" 20 or more, and so on: the word that the figure came from. */
function sizeOf(low: number): keyof Vague {
  if (low >= 1000) return 'thousands';
  if (low >= 100) return 'hundreds';
  return low >= 12 ? 'dozens' : 'several';
}

function numbers(locale: Locale, low: number, high: number): Record<string, string> {
  return { low: formatNumber(locale, low), high: formatNumber(locale, high) };
}

/** The form that the upper figure asks for, with both in it; the dual says no figure, so that a range takes the next form. */
function ranged(locale: Locale, forms: PluralForms, range: string, high: number): string {
  const form = forms[pluralRules(locale).select(high)] ?? forms.other;
  return fill(form.includes('{n}') ? form : (forms.few ?? forms.other), { n: range });
}
