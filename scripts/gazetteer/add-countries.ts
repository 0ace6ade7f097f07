import { NONE } from '../../lib/gazetteer/gazetteer';
import { ABBREVIATION } from '../../lib/gazetteer/name-flags';
import type { BuildContext } from './context';
import { allNames } from './context';
import type { Continent, Country } from './curated';
import { fameOfCountry, fameOfCurated } from './fame';
import { expandNames, primary } from './names';

/** Adds countries and territories as `iso:IQ`. Their names are all curated, so all of them count as main names. */
export function addCountries(context: BuildContext, countries: readonly Country[]): void {
  const { builder, survey } = context;
  for (const country of countries) {
    const id = `iso:${country.code}`;
    const names = [
      ...[country.names.en, country.names.ar, ...country.aliases.en, ...country.aliases.ar].map(primary),
      ...country.abbreviations.map((text) => ({ text, flags: ABBREVIATION })),
    ];
    const population = survey.population.get(country.code) ?? 0;
    builder.add({
      id,
      kind: country.kind,
      featureCode: country.kind === 'country' ? 'PCLI' : 'TERR',
      country: country.code,
      lon: country.labelPoint[0],
      lat: country.labelPoint[1],
      population,
      admin1: NONE,
      admin2: NONE,
      en: country.names.en,
      ar: country.names.ar,
      names: allNames(context, id, names, { administrative: false, arabCountry: false }),
      fame: fameOfCountry(country.kind, population),
      flags: 0,
    });
  }
}

/** Adds continents as `continent:AF`. */
export function addContinents(context: BuildContext, continents: readonly Continent[]): void {
  for (const continent of continents) {
    const id = `continent:${continent.code}`;
    const names = [continent.names.en, continent.names.ar, ...continent.aliases.en, ...continent.aliases.ar].map(primary);
    context.builder.add({
      id,
      kind: 'continent',
      featureCode: 'CONT',
      country: '',
      lon: continent.labelPoint[0],
      lat: continent.labelPoint[1],
      population: 0,
      admin1: NONE,
      admin2: NONE,
      en: continent.names.en,
      ar: continent.names.ar,
      names: expandNames(names, { administrative: false, arabCountry: false }),
      fame: fameOfCurated('continent', false),
      flags: 0,
    });
  }
}
