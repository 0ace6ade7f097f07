import type { Locale } from '@/components/ui/locale';
import ar from '@/data/messages/ar/share.json';
import en from '@/data/messages/en/share.json';

/** What exporting, sharing and embedding say, by language. */
export const shareMessages: Readonly<Record<Locale, typeof en>> = { ar, en };
