import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CollectionMap } from '@/components/library/CollectionMap';
import { isLocale } from '@/components/ui/locale';
import { readConfig } from '@/lib/api/config';
import { collectionNamed } from './collection';

interface PageProps {
  readonly params: Promise<{ locale: string; collection: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const found = await collectionNamed((await params).collection);
  return found ? { title: found.name } : {};
}

export default async function CollectionPage({ params }: PageProps) {
  const { locale, collection } = await params;
  const found = await collectionNamed(collection);
  if (!isLocale(locale) || !found) notFound();
  return <CollectionMap locale={locale} id={found.id} name={found.name} basemap={readConfig().basemap} />;
}
