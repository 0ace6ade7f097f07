import { APPROXIMATE, METONYM, NONE } from '../../lib/gazetteer/gazetteer';
import { allNames, type BuildContext, divisionOf } from './context';
import type { CuratedPlace } from './curated';
import { fameOfCurated } from './fame';
import type { DivisionRecord } from './build-areas';
import { plainForm, primary } from './names';
import type { Nearby } from './near';

/** Sources whose ids a curated place takes over: other people's data refers to them. */
const KEPT_IDS = /^(geonames|ourairports|naturalearth|iso|admin1):/;

/**
 * Curated places that are one first-level division, name and all (the Gaza Strip, Abkhazia), told so: a place must not
 * stand in the index twice.
 */
export function identifyDivisions(places: readonly CuratedPlace[], divisions: readonly DivisionRecord[]): CuratedPlace[] {
  const byCode = new Map(divisions.filter((d) => d.code !== null).map((d) => [d.code, d]));
  return places.map((place) => {
    if (place.sameAs?.startsWith('admin1:')) return asDivision(place, place.sameAs);
    if (place.sameAs || !place.area || !('admin1' in place.area) || place.area.admin1.length !== 1) return place;
    const division = byCode.get(place.area.admin1[0] ?? '');
    if (division === undefined) return place;
    const theirs = new Set([division.en, ...division.alt].map(plainForm));
    const names = [place.names.en, ...place.aliases.en].map(plainForm);
    return names.some((name) => theirs.has(name)) ? asDivision(place, division.id) : place;
  });
}

/** A region that is one division is a division; a territory (the Gaza Strip) stays one. */
function asDivision(place: CuratedPlace, id: string): CuratedPlace {
  return { ...place, sameAs: id, kind: place.kind === 'region' ? 'admin1' : place.kind };
}

/**
 * The id under which a curated place stands in the index: that of the place it is the same as, where GeoNames,
 * OurAirports or Natural Earth gave it one; else `curated:<slug>`.
 */
export function idOfCurated(place: CuratedPlace): string {
  if (place.sameAs && KEPT_IDS.test(place.sameAs)) return place.sameAs;
  return place.id.startsWith('curated:') ? place.id : `curated:${place.id}`;
}

/** Adds the curated places that no other source had; the others' names are united where those are added. */
export function addCurated(context: BuildContext, places: readonly CuratedPlace[], nearby: Nearby): number {
  const { builder } = context;
  let added = 0;
  for (const place of places) {
    const id = idOfCurated(place);
    if (builder.has(id)) continue;
    const country = place.countries.length === 1 ? (place.countries[0] ?? '') : '';
    const names = [place.names.en, place.names.ar ?? '', ...place.aliases.en, ...place.aliases.ar].filter((name) => name !== '');
    const admin1 = divisionOf(context, place.admin1 ?? null);
    builder.add({
      id,
      kind: place.kind,
      featureCode: 'CURATED',
      country,
      lon: place.labelPoint[0],
      lat: place.labelPoint[1],
      population: 0,
      admin1:
        admin1 === NONE && country !== '' && !place.area
          ? nearby.admin1(place.labelPoint[0], place.labelPoint[1], builder.countryNumber(country))
          : admin1,
      admin2: NONE,
      en: place.names.en,
      ar: place.names.ar ?? null,
      names: allNames(context, id, names.map(primary), { administrative: false, arabCountry: false }),
      fame: fameOfCurated(place.kind, place.minor),
      flags: (place.metonym ? METONYM : 0) | (place.precision === 'approximate' ? APPROXIMATE : 0),
    });
    added++;
  }
  return added;
}
