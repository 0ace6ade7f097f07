import type { Language } from '../types';

/**
 * The reader's language where none is named: the first in the `Accept-Language` header that we speak, by its
 * weights (RFC 9110, 12.5.4); English where none fits.
 */
export function negotiateLanguage(acceptLanguage: string | null): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined);
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wishes) if (language === 'ar' || language === 'en') return language;
  return 'en';
}

/** The language for names: the address's `?locale=ar`, else the one of the two that `Accept-Language` prefers. */
export function askedLanguage(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('locale');
  return asked === 'ar' || asked === 'en' ? asked : negotiateLanguage(request.headers.get('accept-language'));
}
