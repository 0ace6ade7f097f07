import type { Locale } from '@/components/ui/locale';
import ar from '@/data/messages/ar/api.json';
import en from '@/data/messages/en/api.json';

export type ApiDocs = typeof en;

/** The words of the interface's page. */
export const API_DOCS: Readonly<Record<Locale, ApiDocs>> = { ar, en };
