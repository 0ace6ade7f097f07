import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Composer } from '@/components/figure/lazy';
import { figureMessages } from '@/components/figure/words';
import { isLocale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import { readConfig } from '@/lib/api/config';
import { readFigureSource, type FigureRoute } from '../source';

export async function generateMetadata({ params }: FigureRoute): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: { absolute: `${figureMessages[locale].compose.title} – ${messages[locale].desk.product}` } };
}

/** Where a figure is made of the article that the address names. */
export default async function ComposePage(route: FigureRoute) {
  const source = await readFigureSource(route);
  if (source === null) notFound();
  return <Composer {...source} hasOwnBasemap={readConfig().basemap !== null} />;
}
