import { NONE } from '../../lib/gazetteer/gazetteer';
import { ALTERNATE, ARABIC, DERIVED, PRIMARY } from '../../lib/gazetteer/name-flags';
import { ARAB_COUNTRIES, allNames, type BuildContext, curatedArabic, curatedEnglish, fameAsCurated } from './context';
import { fameOfAirport } from './fame';
import { bestArabic } from './labels';
import { isArabic, isMatchable, type Name, plainForm, primary } from './names';
import type { Nearby } from './near';
import type { Airport } from './sources';

const BASE =
  /\b(air ?base|afb|air force|air station|naval air|army air|raf|raaf|air reserve|space force|joint base|airfield \(military\)|NAS|MCAS|base aérienne|base aérea|base aerea)\b/i;
/** Keywords are names only where they say so: others are towns nearby, codes and remarks. */
const NAMED =
  /\b(airport|airfield|aerodrome|aeroport|aéroport|aeropuerto|air ?base|afb|raf|field|camp|fort|base|naval|station)\b|مطار|قاعدة/i;
/** How far a municipality may lie from its airport. */
const MUNICIPALITY_KM = 70;

/** Adds OurAirports' airports as `ourairports:ORAA`. Must run after the populated places, which give their division and Arabic name. */
export function addAirports(context: BuildContext, airports: readonly Airport[], nearby: Nearby): void {
  const { builder } = context;
  const municipality = new Map(airports.map((airport) => [airport, municipalityOf(context, airport, nearby)]));
  const sharing = new Map<number, Airport[]>();
  for (const [airport, place] of municipality) if (place !== NONE) sharing.set(place, [...(sharing.get(place) ?? []), airport]);
  for (const airport of airports) {
    const id = `ourairports:${airport.ident}`;
    const curated = context.curatedById.get(id);
    const base = isBase(airport);
    const city = municipality.get(airport) ?? NONE;
    const given = [
      ...namesOf(airport),
      ...arabicByRule(airport, base, city === NONE ? null : builder.label(city), sharing.get(city) ?? []),
    ];
    const names = allNames(context, id, given, {
      administrative: false,
      arabCountry: ARAB_COUNTRIES.has(airport.iso_country),
    });
    const country = builder.countryNumber(airport.iso_country);
    builder.add({
      id,
      kind: curated?.kind ?? (base ? 'airbase' : 'airport'),
      featureCode: 'AIRP',
      country: airport.iso_country,
      lon: airport.longitude_deg,
      lat: airport.latitude_deg,
      population: 0,
      admin1: city === NONE ? nearby.admin1(airport.longitude_deg, airport.latitude_deg, country) : (builder.admin1[city] ?? NONE),
      admin2: city === NONE ? NONE : (builder.admin2[city] ?? NONE),
      en: curatedEnglish(context, id) ?? given[0]?.text ?? airport.name,
      ar:
        curatedArabic(context, id) ??
        bestArabic(
          given.filter((n) => n.flags & PRIMARY).map((n) => n.text),
          airport.name,
        ) ??
        given.find((n) => isArabic(n.text))?.text ??
        null,
      names,
      fame: fameAsCurated(context, id, fameOfAirport(airport.type === 'large_airport', base)),
      flags: 0,
    });
  }
}

/** Of a name of two parts the first counts: Baghdad International Airport / New Al Muthana Air Base is an airport. */
function isBase(airport: Airport): boolean {
  return BASE.test(airport.name.split(/\s+\/\s+/)[0] ?? '');
}

/** The name, its parts where it joins two, the keywords that are names, and shorter forms by rule. */
function namesOf(airport: Airport): Name[] {
  const parts = airport.name.split(/\s+\/\s+/).map((part) => part.replace(/\s*\([^)]*\)/g, '').trim());
  const keywords = airport.keywords.split(/[,;]/).map((word) => word.replace(/[\u200e\u200f]/g, '').trim());
  const names = parts.filter(isMatchable).map(primary);
  for (const word of keywords)
    if (word.length >= 5 && isMatchable(word) && NAMED.test(word))
      names.push({ text: word, flags: isArabic(word) ? PRIMARY | ARABIC : ALTERNATE });
  for (const { text } of [...names]) for (const form of shorterForms(text)) names.push({ text: form, flags: ALTERNATE | DERIVED });
  return names;
}

function shorterForms(name: string): string[] {
  const forms = [
    name.replace(/ International Airport$/i, ' Airport'),
    name.replace(/ Air Base$/i, ' Airbase'),
    name.replace(/ Airbase$/i, ' Air Base'),
    name.replace(/ AFB$/, ' Air Force Base'),
    name.replace(/ Air Force Base$/i, ' AFB'),
    name.replace(/ Army Air ?field$/i, ' Airfield'),
    name.replace(/^RAF (.+)$/, '$1 Air Base'),
  ];
  return [...new Set(forms)].filter((form) => form !== name);
}

/** `مطار بغداد الدولي` for the one large airport of a municipality with an Arabic name, `قاعدة كركوك الجوية` for a base named for it. */
function arabicByRule(
  airport: Airport,
  base: boolean,
  city: { en: string; ar: string | null } | null,
  sharing: readonly Airport[],
): Name[] {
  if (city === null || city.ar === null) return [];
  const { en, ar } = city;
  const derived = (text: string): Name => ({ text, flags: ALTERNATE | ARABIC | DERIVED });
  if (base)
    return plainForm(airport.name.replace(BASE, '')).startsWith(plainForm(en))
      ? [derived(`قاعدة ${ar} الجوية`), derived(`قاعدة ${ar}`)]
      : [];
  const rivals = sharing.filter((other) => other !== airport && !isBase(other));
  const large = airport.type === 'large_airport';
  if (rivals.some((other) => other.type === 'large_airport' || !large)) return [];
  return large || /international/i.test(airport.name) ? [derived(`مطار ${ar} الدولي`), derived(`مطار ${ar}`)] : [derived(`مطار ${ar}`)];
}

/** The populated place that OurAirports names as the airport's municipality: the most famous of that name nearby, or NONE. */
function municipalityOf(context: BuildContext, airport: Airport, nearby: Nearby): number {
  const { builder } = context;
  const wanted = plainForm(airport.municipality.split(/[,(/]/)[0] ?? '');
  if (wanted === '') return NONE;
  const country = builder.countryNumber(airport.iso_country);
  let best = NONE;
  for (const place of nearby.within(airport.longitude_deg, airport.latitude_deg, country, MUNICIPALITY_KM)) {
    const name = plainForm(builder.label(place).en);
    if (name !== wanted && !(name.length >= 4 && wanted.length >= 4 && (name.endsWith(wanted) || wanted.endsWith(name)))) continue;
    if (best === NONE || (builder.fame[place] ?? 0) > (builder.fame[best] ?? 0)) best = place;
  }
  return best;
}
