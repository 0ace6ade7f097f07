'use client';
import type { Locale } from '@/components/ui/locale';
import { useWho } from './WhoContext';
import { accessMessages } from './words';

/** The way to one's account, where there are accounts. */
export function AccountLink({ locale }: { readonly locale: Locale }) {
  const who = useWho();
  if (who === null || who.name === null) return null;
  return (
    <a className="bar-link" href={`/${locale}/account`} title={who.name}>
      {accessMessages[locale].account}
    </a>
  );
}
