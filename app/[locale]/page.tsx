import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Desk } from '@/components/desk/Desk';
import { OWN_ARTICLE } from '@/components/desk/urlState';
import { isLocale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import { readConfig } from '@/lib/api/config';
import { readSamples, type Sample } from '@/lib/api/samples';

interface PageProps {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<{ article?: string | string[]; saved?: string | string[] }>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ locale }, { article, saved }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale) || saved !== undefined) return {};
  const { product, bar } = messages[locale].desk;
  const title = article === OWN_ARTICLE ? bar.ownOption : sampleNamed(await readSamples(), article)?.title;
  return title === undefined ? {} : { title: `${title} – ${product}` };
}

export default async function DeskPage({ params, searchParams }: PageProps) {
  const [{ locale }, { article, saved }, samples] = await Promise.all([params, searchParams, readSamples()]);
  const sample = article === OWN_ARTICLE || saved !== undefined ? null : sampleNamed(samples, article);
  if (!isLocale(locale) || sample === undefined) notFound();
  return (
    <Desk
      locale={locale}
      samples={samples.map(({ id, title, language }) => ({ id, title, language }))}
      sample={sample}
      basemap={readConfig().basemap}
    />
  );
}

function sampleNamed(samples: readonly Sample[], id: string | string[] | undefined): Sample | undefined {
  return id === undefined ? samples[0] : samples.find((sample) => sample.id === id);
}
