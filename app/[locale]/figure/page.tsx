import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FigurePage } from '@/components/figure/lazy';
import { figureMessages } from '@/components/figure/words';
import { isLocale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import { readFigureSource, type FigureRoute } from './source';

export async function generateMetadata({ params }: FigureRoute): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: { absolute: `${figureMessages[locale].title} – ${messages[locale].desk.product}` } };
}

/** The figure as a page: `/en/figure?article=…&size=…` */
export default async function FigureRoutePage(route: FigureRoute) {
  const source = await readFigureSource(route);
  if (source === null) notFound();
  return <FigurePage {...source} />;
}
