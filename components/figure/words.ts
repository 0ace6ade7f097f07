import arFigure from '@/data/messages/ar/figure.json';
import enFigure from '@/data/messages/en/figure.json';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber, type PluralForms } from '@/components/ui/messages';
import type { ScaleBar } from '@/lib/figure/scale-bar';
import type { FigureSize } from '@/lib/figure/sizes';

type English = typeof enFigure;

/** Arabic has more plural forms. */
export type FigureMessages = Omit<English, 'more'> & { readonly more: PluralForms };

/** What a figure and its composer say, by language. */
export const figureMessages: Readonly<Record<Locale, FigureMessages>> = { ar: arFigure, en: enFigure };

/**
 * Arabic without vowel signs: in a PDF a sign is a glyph of its own, which tears the word for whoever searches it. For what the
 * figure says itself; a quote keeps every sign.
 */
export function plain(text: string): string {
  return text.replace(/[\u064B-\u0652\u0670]/g, '');
}

/** "22 November 2026, 18:30" in a time zone; Latin digits in both languages. */
export function timeWords(locale: Locale, at: Date, timeZone: string): string {
  const tag = locale === 'ar' ? 'ar-u-nu-latn' : 'en-GB';
  const options = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  } as const;
  return new Intl.DateTimeFormat(tag, options).format(at);
}

/** "22 November 2026 at 18:30 UTC · 21:30 (Asia/Baghdad)", the local day too where it is another one; once where the zone is UTC. */
export function madeWords(locale: Locale, at: Date, zone: string): string {
  const { facts } = figureMessages[locale];
  const utc = timeWords(locale, at, 'UTC');
  if (zone === 'UTC') return fill(facts.made, { utc });
  const local = timeWords(locale, at, zone);
  const [hour = local] = /\d\d:\d\d$/.exec(local) ?? [];
  // The same day but for its last five letters.
  const sameDay = local.slice(0, -hour.length) === utc.slice(0, -hour.length);
  return fill(facts.madeLocal, { utc, local: sameDay ? hour : local, zone });
}

/** "100 km", "500 m". */
export function distanceWords(locale: Locale, metres: number): string {
  const { kilometres, metres: short } = figureMessages[locale];
  return metres >= 1000 ? fill(kilometres, { n: formatNumber(locale, metres / 1000) }) : fill(short, { n: formatNumber(locale, metres) });
}

/** "1 : 2,410,000 on A4", "… at 96 dpi": a ratio holds only for the size that it is shown at. */
export function ratioWords(
  locale: Locale,
  { ratio }: ScaleBar,
  { id, paper }: FigureSize,
): { readonly ratio: string; readonly holds: string } {
  const { ratio: message, onPaper, onScreen, papers } = figureMessages[locale];
  const name = id.startsWith('a3') ? papers.a3 : papers.a4;
  return {
    ratio: fill(message, { ratio: formatNumber(locale, ratio) }),
    holds: paper === null ? onScreen : fill(onPaper, { paper: name }),
  };
}

/** "33.8° N". */
export function latitudeWords(locale: Locale, latitude: number): string {
  const { south, northern } = figureMessages[locale];
  return fill(latitude < 0 ? south : northern, { n: Math.abs(latitude).toFixed(1) });
}
