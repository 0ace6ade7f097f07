import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Library } from '@/components/library/Library';
import { libraryMessages } from '@/components/library/words';
import { isLocale } from '@/components/ui/locale';

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: libraryMessages[locale].title } : {};
}

export default async function LibraryPage({ params }: PageProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <Library locale={locale} />;
}
