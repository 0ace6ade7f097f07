import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignIn } from '@/components/access/SignIn';
import { accessMessages } from '@/components/access/words';
import { isLocale } from '@/components/ui/locale';
import { ownPath } from '@/lib/access/session-request';

interface PageProps {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: accessMessages[locale].signIn, robots: { index: false } } : {};
}

export default async function SignInPage({ params, searchParams }: PageProps) {
  const [{ locale }, { next, problem }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  return (
    <SignIn
      locale={locale}
      next={ownPath(typeof next === 'string' ? next : null) ?? `/${locale}`}
      problem={problem === 'wrong' || problem === 'often' ? problem : null}
    />
  );
}
