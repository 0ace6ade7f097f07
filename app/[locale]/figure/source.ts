import { OWN_ARTICLE } from '@/components/desk/urlState';
import type { FigureSource } from '@/components/figure/useFigureContent';
import { isLocale } from '@/components/ui/locale';
import { readSamples } from '@/lib/api/samples';
import packageJson from '@/package.json';

export interface FigureRoute {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<{ article?: string | string[] }>;
}

/** The article that a figure's address names, as the desk's addresses name it; null where there is none. */
export async function readFigureSource({ params, searchParams }: FigureRoute): Promise<FigureSource | null> {
  const [{ locale }, { article }, samples] = await Promise.all([params, searchParams, readSamples()]);
  if (!isLocale(locale)) return null;
  const { version } = packageJson;
  if (article === OWN_ARTICLE) return { locale, sample: null, version };
  const sample = article === undefined ? samples[0] : samples.find(({ id }) => id === article);
  return sample === undefined ? null : { locale, sample, version };
}
