import { notFound } from 'next/navigation';
import { Embed } from '@/components/embed/Embed';
import { OWN_ARTICLE } from '@/components/desk/urlState';
import { isLocale } from '@/components/ui/locale';
import { readConfig } from '@/lib/api/config';
import { readSamples } from '@/lib/api/samples';

interface PageProps {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<{ article?: string | string[] }>;
}

/** The map for another page's frame; proxy.ts lets the configured ones in. */
export default async function EmbedPage({ params, searchParams }: PageProps) {
  const [{ locale }, { article }, samples] = await Promise.all([params, searchParams, readSamples()]);
  const sample = article === OWN_ARTICLE ? null : article === undefined ? samples[0] : samples.find(({ id }) => id === article);
  if (!isLocale(locale) || sample === undefined) notFound();
  return <Embed locale={locale} sample={sample} basemap={readConfig().basemap} />;
}
