import type { Locale } from '@/components/ui/locale';
import ar from '@/data/messages/ar/access.json';
import en from '@/data/messages/en/access.json';

/** What signing in and accounts say, by language. */
export const accessMessages: Readonly<Record<Locale, typeof en>> = { ar, en };
