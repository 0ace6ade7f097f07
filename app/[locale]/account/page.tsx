import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Account } from '@/components/access/Account';
import { accessMessages } from '@/components/access/words';
import { isLocale } from '@/components/ui/locale';
import { whoAsks } from '@/lib/access/who-asks';

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: accessMessages[locale].account } : {};
}

export default async function AccountPage({ params }: PageProps) {
  const [{ locale }, asked] = await Promise.all([params, headers()]);
  const who = whoAsks(asked);
  if (!isLocale(locale) || who === null) notFound();
  return <Account locale={locale} name={who.name} role={who.role} />;
}
