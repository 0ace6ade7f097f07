import type { Locale } from '@/components/ui/locale';
import { reviewedMessages } from './reviewedWords';

/** Opens and closes the review. */
export function ReviewSwitch({
  locale,
  open,
  onToggle,
}: {
  readonly locale: Locale;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <button type="button" className="button review-switch" aria-pressed={open} onClick={onToggle}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2.5 8.5l3.5 3.5 7.5-8" />
      </svg>
      {reviewedMessages[locale].open}
    </button>
  );
}
