import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Summary } from '@/components/library/Summary';
import { isLocale } from '@/components/ui/locale';
import { collectionNamed } from '../collection';

interface PageProps {
  readonly params: Promise<{ locale: string; collection: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const found = await collectionNamed((await params).collection);
  return found ? { title: found.name } : {};
}

export default async function SummaryPage({ params }: PageProps) {
  const { locale, collection } = await params;
  const found = await collectionNamed(collection);
  if (!isLocale(locale) || !found) notFound();
  return <Summary locale={locale} id={found.id} name={found.name} />;
}
