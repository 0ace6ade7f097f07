import type { Locale } from '@/components/ui/locale';

/** Groups of countries and codes for use by their users, which CLDR names too. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** All countries and territories that the browser's CLDR knows, by their names in the reader's language. */
export function countriesOf(locale: Locale): { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const codes = [...LETTERS].flatMap((first) => [...LETTERS].map((second) => first + second));
  return codes
    .flatMap((code) => {
      const name = names.of(code);
      // Burma's code is said in Myanmar's name: only a code that is its own is one.
      return name === undefined || NO_COUNTRIES.has(code) || new Intl.Locale(`und-${code}`).region !== code ? [] : [{ code, name }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
