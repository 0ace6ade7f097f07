import { useState } from 'react';
import type { Locale } from '@/components/ui/locale';
import { figureMessages } from './words';

/** Loads the page anew once its server answers: a browser keeps a font or a part of the program that failed as failed. */
export function RetryButton({ locale, words }: { readonly locale: Locale; readonly words: string | null }) {
  const { errors } = figureMessages[locale];
  const [asking, setAsking] = useState(false);
  const [stillGone, setStillGone] = useState(false);
  const retry = async () => {
    setAsking(true);
    // What is composed is in the address. Loaded without a server it would be gone from the screen.
    const answers = await fetch('/icon.svg', { cache: 'no-store' }).then(({ ok }) => ok).catch(() => false); // prettier-ignore
    if (answers) return location.reload();
    setStillGone(true);
    setAsking(false);
  };
  return (
    <div className="composer-retry">
      {/* The sheet has said it already, in its own small letters. */}
      {words !== null && <p aria-hidden="true">{words}</p>}
      <button type="button" className="button" aria-disabled={asking} onClick={() => void (asking || retry())}>
        {errors.retry}
      </button>
      <span role="status">{stillGone && !asking ? errors.stillGone : ''}</span>
    </div>
  );
}
