import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ALTERNATE, ARABIC, BARE, DERIVED, PRIMARY } from '../../lib/gazetteer/name-flags';

/** A name that a place is found by, with its posting's flags. */
export interface Name {
  readonly text: string;
  readonly flags: number;
}

const NameRules = z.object({
  heads: z.object({ ar: z.array(z.string()), en: z.array(z.string()) }),
  articles: z.array(z.string()),
  /** Common words that a source gives as names: the capital, the south, August. */
  notNames: z.array(z.string()),
});
/** Generic nouns of administrative names and articles: `data/gazetteer/name-rules.json`. */
const rules = NameRules.parse(JSON.parse(readFileSync('data/gazetteer/name-rules.json', 'utf8')));
const notNames = new Set(rules.notNames.map((word) => word.toLowerCase()));

/** Most names: quicker to test than what Unicode calls a letter. */
const PLAIN_LATIN = /^[A-Za-z][A-Za-z' -]*[A-Za-z]$/;
const LATIN_ONLY = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\p{Zs}\p{Cf}]+$/u;
/** Arabic's own letters, hamza to yeh, with marks, digits and Latin punctuation: no letter of Persian, Urdu, Kurdish, Uyghur … */
const ARABIC_ONLY = /^[ء-غف-يٱ\p{M}ـ\p{N}\p{P}\p{Zs}\p{Cf}]+$/u;
const ARABIC_LETTER = /[ء-ي]/;
const IATA = /^[A-Z]{3}$/;

export function isArabic(name: string): boolean {
  return ARABIC_LETTER.test(name);
}

/** Whether a name is one that Arabic or English text may hold: its script, and more than a letter or a number. */
export function isMatchable(name: string): boolean {
  if (name.length < 2 || name.length > 80) return false;
  if (PLAIN_LATIN.test(name)) return true;
  if (isArabic(name)) return ARABIC_ONLY.test(name);
  return LATIN_ONLY.test(name) && /\p{L}\P{L}*\p{L}/u.test(name);
}

/** Whether an alternate of GeoNames is worth a posting: airport codes and two-letter forms are not. */
export function isAlternate(name: string): boolean {
  return isMatchable(name) && !IATA.test(name) && (isArabic(name) ? name.length >= 2 : name.length >= 3);
}

/** Arabic names of two words and more as hasty spelling joins them (`حفرالباطن`); none under six letters. */
function joinedForm(name: string): string | null {
  if (!name.includes(' ')) return null;
  const joined = name.replaceAll(' ', '');
  return joined.length >= 6 ? joined : null;
}

const articlePattern = new RegExp(`^(?:${rules.articles.join('|')})[- ](?=\\p{L}{3})`, 'iu');
const englishHead = new RegExp(`^(?:the )?(?:${rules.heads.en.join('|')}) (?:of )?|[ -](?:${rules.heads.en.join('|')})$`, 'iu');
const arabicHead = new RegExp(`^(?:${rules.heads.ar.join('|')}) `, 'u');

/** An administrative name without its generic noun: `Anbar Governorate` → `Anbar`, `محافظة الأنبار` → `الأنبار`; null where it has none. */
export function bareForm(name: string): string | null {
  const bare = name.replace(isArabic(name) ? arabicHead : englishHead, '').trim();
  return bare !== name && bare.length >= 2 && isMatchable(bare) ? bare : null;
}

/** A name's letters alone, without accents, case or generic noun: for telling whether two sources mean one division. */
export function plainForm(name: string): string {
  return (bareForm(name) ?? name)
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/** A Latin name without its Arabic article: `Al Anbar` → `Anbar`; null where it has none. */
export function withoutArticle(name: string): string | null {
  const bare = name.replace(articlePattern, '');
  return bare !== name ? bare : null;
}

export interface Expansion {
  /** Whether generic nouns may be dropped. */
  readonly administrative: boolean;
  /** Whether Latin names may lose an Arabic article. */
  readonly arabCountry: boolean;
}

/**
 * Everything that a place is found by: the names given, and what rules derive from them. The first flags of a name
 * win, so give the main names first.
 */
export function expandNames(given: readonly Name[], options: Expansion): Name[] {
  const all = new Map<string, number>();
  const add = (text: string, flags: number): void => {
    if (!notNames.has(text.toLowerCase()) && !all.has(text)) all.set(text, flags | (isArabic(text) ? ARABIC : 0));
  };
  for (const { text, flags } of given) if (isMatchable(text)) add(text, flags);
  if (options.administrative) for (const [text, flags] of [...all]) addDerived(bareForm(text), flags | BARE);
  if (options.arabCountry)
    for (const [text, flags] of [...all]) if (!(flags & ARABIC)) addDerived(withoutArticle(text), ALTERNATE | (flags & BARE));
  for (const [text, flags] of [...all]) if (flags & ARABIC) addDerived(joinedForm(text), flags);
  return [...all].map(([text, flags]) => ({ text, flags }));

  function addDerived(text: string | null, flags: number): void {
    if (text !== null) add(text, flags | DERIVED);
  }
}

/** PRIMARY with the script's flag. */
export function primary(text: string): Name {
  return { text, flags: PRIMARY };
}

export function alternate(text: string): Name {
  return { text, flags: ALTERNATE };
}
