import { lookupName } from '../gazetteer/lookup';
import type { Gazetteer } from '../gazetteer/gazetteer';
import { NO_VALUE } from '../text/token-table';
import { tokenize } from '../text/tokenize';
import type { Article } from '../types';

/** Where an article comes from, as its publisher's name and address tell. */
export type Origin = Partial<Pick<Article, 'url' | 'source'>>;

/**
 * The countries that an article's source speaks for, by index, each once: that of its address (`aljoumhouria.com.lb`) and
 * those in its publisher's name ("Iraqi News", `وكالة أنباء البحرين`). A paper rarely says which country its towns lie in.
 * `generic`: country domains that tell nothing.
 */
export function homeCountries({ url, source }: Origin, gazetteer: Gazetteer, generic: ReadonlySet<string>): number[] {
  const countries = new Set<number>();
  const domain = url ? topDomain(url) : null;
  if (domain && !generic.has(domain)) countries.add(gazetteer.countryCodes.indexOf(domain === 'uk' ? 'GB' : domain.toUpperCase()));
  if (source) for (const country of countriesIn(source, gazetteer)) countries.add(country);
  return [...countries].filter((country) => country > 0);
}

/** The last label of an address's host, or null where it is no address. */
function topDomain(url: string): string | null {
  if (!URL.canParse(url)) return null;
  return new URL(url).hostname.split('.').at(-1)?.toLowerCase() ?? null;
}

function countriesIn(source: string, gazetteer: Gazetteer): number[] {
  const tokens = tokenize(source);
  const found: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const demonym = gazetteer.demonyms.get(tokens.hash1[i] ?? 0, tokens.hash2[i] ?? 0) & NO_VALUE;
    if (demonym !== 0 && demonym !== NO_VALUE) found.push(demonym - 1);
    const name = lookupName(gazetteer, source.slice(tokens.start[i], tokens.end[i]));
    const place = name < 0 ? -1 : gazetteer.topPlace(name);
    const country = gazetteer.country[place] ?? 0;
    if (country !== 0 && gazetteer.countryPlace(country) === place) found.push(country);
  }
  return found;
}
