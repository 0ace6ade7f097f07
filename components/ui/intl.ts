/**
 * The browser's formatters, each made once: to make one takes it about a tenth of a millisecond, and a list of hundreds
 * asks for several in each entry at every change.
 */
const made = new Map<string, unknown>();

/** How a date is written; `tag` is a language with its digits, such as `ar-u-nu-latn`. */
export function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`date ${tag} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(tag, options));
}

export function numberFormat(tag: string): Intl.NumberFormat {
  return once(`number ${tag}`, () => new Intl.NumberFormat(tag));
}

export function pluralRules(tag: string): Intl.PluralRules {
  return once(`plural ${tag}`, () => new Intl.PluralRules(tag));
}

/** Names of countries by their codes; a code without a name gives undefined. */
export function regionNames(tag: string): Intl.DisplayNames {
  return once(`region ${tag}`, () => new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' }));
}

/** The key says which kind it is, so that what is found is of it. */
function once<T>(key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known as T;
  const one = make();
  made.set(key, one);
  return one;
}
