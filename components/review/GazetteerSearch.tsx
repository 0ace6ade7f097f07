import type { KeyboardEvent } from 'react';
import type { Locale } from '@/components/ui/locale';
import type { ReviewSession } from './useReview';
import { reviewMessages } from './words';

export interface GazetteerSearchProps {
  readonly session: ReviewSession;
  readonly locale: Locale;
  /** Gives the focus back to the item, where numbers choose. */
  readonly onDone: () => void;
}

/** A name to look for; what is found takes the place of the candidates. Enter leaves the field for the numbers. */
export function GazetteerSearch({ session, locale, onDone }: GazetteerSearchProps) {
  const words = reviewMessages[locale];
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') onDone();
    else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('.review-candidates button')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <label className="review-search">
      <span>{words.searchLabel}</span>
      <input
        type="text"
        id="review-search"
        value={session.query}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        onChange={(event) => session.setQuery(event.currentTarget.value)}
        onKeyDown={press}
      />
    </label>
  );
}
