import { FEATURE_CODES, type FeatureCode } from '../../lib/gazetteer/feature-codes';
import { METONYM } from '../../lib/gazetteer/gazetteer';
import type { Kind } from '../../lib/types';
import {
  allNames,
  ARAB_COUNTRIES,
  arabicCandidates,
  type BuildContext,
  curatedArabic,
  curatedEnglish,
  divisionOf,
  fameAsCurated,
} from './context';
import { fameOf } from './fame';
import { bestArabic } from './labels';
import { alternate, isAlternate, isArabic, isMatchable, type Name, primary } from './names';
import type { City } from './sources';

const CITY = 100_000;
const TOWN = 5_000;

const known = new Set<string>(FEATURE_CODES);
/** Rare codes of GeoNames by the one that they are kept as. */
const SIMILAR: Record<string, FeatureCode> = {
  PPLG: 'PPLA',
  PPLA5: 'PPLA4',
  PPLF: 'PPLL',
  PPLR: 'PPLL',
  PPLH: 'PPLQ',
  PPLW: 'PPLQ',
  PPLCH: 'PPLQ',
};

/** Adds a populated place as `geonames:98182`; its index. `nameCount` is how many names it has in all languages. */
export function addCity(context: BuildContext, city: City, nameCount?: number): number {
  const id = `geonames:${city.id}`;
  const featureCode = codeOf(city.featureCode);
  const alternates = city.alternates === '' ? [] : city.alternates.split(',');
  const fit = alternates.filter((name) => isAlternate(name) && !isTransliteration(name));
  const curated = context.curatedById.get(id);
  const ar = curatedArabic(context, id) ?? bestArabic(arabicCandidates(context, id, fit.map(alternate)), city.asciiName);
  const given: Name[] = [primary(city.name), primary(city.asciiName)];
  if (ar !== null) given.push(primary(ar));
  given.push(...fit.filter((name) => name !== ar).map(alternate));
  return context.builder.add({
    id,
    kind: curated?.kind ?? kindOf(featureCode, city.population),
    featureCode,
    country: city.country,
    lon: city.lon,
    lat: city.lat,
    population: city.population,
    admin1: divisionOf(context, city.admin1),
    admin2: divisionOf(context, city.admin2),
    en: curatedEnglish(context, id) ?? englishLabel(city),
    ar,
    names: allNames(context, id, given, { administrative: false, arabCountry: ARAB_COUNTRIES.has(city.country) }),
    fame: fameAsCurated(context, id, fameOf(featureCode, city.population, nameCount ?? new Set(alternates).size + 1)),
    flags: curated?.metonym ? METONYM : 0,
  });
}

/** GeoNames' name is local in part (Zürich, Al Mawşil al Jadīdah): its ASCII spelling reads better where it is no plain Latin-1. */
function englishLabel(city: City): string {
  return isMatchable(city.name) && /^[\u0020-\u00ff]+$/.test(city.name) ? city.name : city.asciiName || city.name;
}

/** GeoNames gives other scripts' names in Latin too, all in lower case ("ba ge da"): no article writes them. */
function isTransliteration(name: string): boolean {
  return !isArabic(name) && name === name.toLowerCase();
}

function codeOf(code: string): FeatureCode {
  const similar = SIMILAR[code] ?? code;
  return known.has(similar) ? (similar as FeatureCode) : 'PPL';
}

function kindOf(code: FeatureCode, population: number): Kind {
  if (code === 'PPLX') return 'neighbourhood';
  if (code === 'PPLC' || code === 'PPLA' || population >= CITY) return 'city';
  if (code === 'PPLA2' || code === 'PPLA3' || population >= TOWN) return 'town';
  return 'village';
}
