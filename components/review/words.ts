import arReview from '@/data/messages/ar/review.json';
import enReview from '@/data/messages/en/review.json';
import type { Locale } from '@/components/ui/locale';
import type { PluralForms } from '@/components/ui/messages';

type English = typeof enReview;

/** What the review says; Arabic has more plural forms. */
export type ReviewMessages = Omit<English, 'scope' | 'log'> & {
  readonly scope: { readonly all: PluralForms; readonly one: string };
  readonly log: Omit<English['log'], 'title'> & { readonly title: PluralForms };
};

export const reviewMessages: Readonly<Record<Locale, ReviewMessages>> = { ar: arReview, en: enReview };
