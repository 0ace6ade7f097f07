import { fill, messages, plural } from '@/components/ui/messages';
import { regionNames } from '@/components/ui/intl';
import type { Locale } from '@/components/ui/locale';
import type { ArticleMap, Kind, PlaceFeature, PlaceProperties } from '@/lib/types';

/** From where on a resolution is called certain, and likely: the contract's confidence is calibrated, so nine in ten, seven in ten. */
const CERTAIN = 0.9;
const LIKELY = 0.7;

/** A place's name in the interface's language, or else the one it has, with a capital where a sentence would have one. */
export function placeName(locale: Locale, { name, names }: PlaceProperties): string {
  const own = names[locale] ?? name;
  return own.charAt(0).toLocaleUpperCase(locale) + own.slice(1);
}

/** The country's name from the browser's own CLDR; null for what lies in none, or in several. */
export function countryName(locale: Locale, code: string | null): string | null {
  if (code === null) return null;
  return regionNames(locale).of(code) ?? null;
}

/** "Air base, Iraq", "Part of a country, Iraq"; a country is its own country, and says only what it is. */
export function kindWords(locale: Locale, { kind, countryCode, direction }: PlaceProperties): string {
  const { desk, kinds } = messages[locale];
  const parts: Readonly<Partial<Record<Kind | 'other', string>>> = desk.places.parts;
  const words = direction === undefined ? kinds[kind] : (parts[kind] ?? desk.places.parts.other);
  const country = kind === 'country' && direction === undefined ? null : countryName(locale, countryCode);
  return country === null ? words : fill(desk.places.kindCountry, { kind: words, country });
}

/** How exactly the article says where: "Exact place", "Within about 25 km", "Somewhere in Iraq". */
export function precisionWords(locale: Locale, { wherePrecision, countryCode }: PlaceProperties): string {
  const { precision } = messages[locale].desk.places;
  if (wherePrecision !== 6) return precision[wherePrecision];
  const country = countryName(locale, countryCode);
  return country === null ? precision.unknownCountry : fill(precision[6], { country });
}

export type Sureness = 'certain' | 'likely' | 'unsure';

/** The word for a confidence of 0 to 1. */
export function sureness(confidence: number): Sureness {
  if (confidence >= CERTAIN) return 'certain';
  return confidence >= LIKELY ? 'likely' : 'unsure';
}

/** The places where something is, and the names that stand for someone, each in the order of the text. */
export function groupByRole(features: readonly PlaceFeature[]): { literal: PlaceFeature[]; associative: PlaceFeature[] } {
  const firstMention = (feature: PlaceFeature) => feature.properties.mentions[0]?.start ?? 0;
  const ordered = [...features].sort((a, b) => firstMention(a) - firstMention(b));
  return {
    literal: ordered.filter((feature) => feature.properties.role === 'literal'),
    associative: ordered.filter((feature) => feature.properties.role === 'associative'),
  };
}

/** "6 incidents, 10 places, 4 governments and groups". */
export function foundWords(map: ArticleMap, locale: Locale): string {
  const { found } = messages[locale].desk;
  const { literal, associative } = groupByRole(map.features);
  const parts = [];
  if (map.incidents.length > 0) parts.push(plural(locale, found.incidents, map.incidents.length));
  if (literal.length > 0) parts.push(plural(locale, found.places, literal.length));
  if (associative.length > 0) parts.push(plural(locale, found.names, associative.length));
  return parts.length === 0 ? found.none : parts.join(locale === 'ar' ? '، ' : ', ');
}
