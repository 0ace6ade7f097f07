import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { WhoProvider } from '@/components/access/WhoContext';
import { isLocale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import { whoAsks } from '@/lib/access/who-asks';
import '../globals.css';

interface LayoutProps {
  readonly children: ReactNode;
  readonly params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { product, description } = messages[locale].desk;
  return { title: { default: product, template: `%s – ${product}` }, description, alternates: { languages: { ar: '/ar', en: '/en' } } };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f2eb' },
    { media: '(prefers-color-scheme: dark)', color: '#1d2023' },
  ],
};

export default async function RootLayout({ children, params }: LayoutProps) {
  // A page is made for each request: its scripts carry that request's nonce (proxy.ts).
  await connection();
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const who = whoAsks(await headers());
  return (
    <html lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      <body>
        {/* Not how: what the page need not know is not sent. */}
        <WhoProvider who={who && { name: who.name, role: who.role }}>{children}</WhoProvider>
      </body>
    </html>
  );
}
