'use client';
import { useState } from 'react';
import type { Locale } from '@/components/ui/locale';
import { shareMessages } from './words';

/** Copies the page's address, which holds all that is seen; where the browser refuses, it is shown to be copied by hand. */
export function CopyLink({ locale }: { readonly locale: Locale }) {
  const { link } = shareMessages[locale];
  const [refused, setRefused] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const { href } = window.location;
    try {
      await navigator.clipboard.writeText(href);
      setCopied(true);
      setRefused(null);
    } catch {
      // No permission, or a page without TLS, which has no clipboard.
      setRefused(href);
    }
  };
  return (
    <>
      <button type="button" className="export-item" onClick={() => void copy()}>
        <strong>{link.copy}</strong>
        <span>{link.what}</span>
      </button>
      <p className="export-status" role="status">
        {refused !== null ? link.refused : copied ? link.copied : ''}
      </p>
      {refused !== null && (
        <input type="text" readOnly dir="ltr" aria-label={link.refused} value={refused} onFocus={(event) => event.currentTarget.select()} />
      )}
    </>
  );
}
