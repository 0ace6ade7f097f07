import { KINDS } from '../../lib/types';
import { NONE } from '../../lib/gazetteer/gazetteer';
import type { BuildContext } from './context';
import { consonantsOfLatin, likeness } from './labels';
import { plainForm, withoutArticle } from './names';
import type { City } from './sources';

/** Inhabitants from which a seat is what its name means by default, and not the division around it. */
const GREAT_SEAT = 100_000;
/** The same for a city that is no seat (New York is none of New York's). */
const GREAT_CITY = 1_000_000;
/** Share of consonants in common from which two names are spellings of one. */
const ALIKE = 0.6;

/**
 * Puts each first-level division below the great city in it that bears its name: unless a text says "province", Aleppo
 * is the city. Must run after the populated places. Returns how many divisions it has lowered.
 */
export function rankSeats({ builder, divisions, survey }: BuildContext): number {
  let lowered = 0;
  const admin1 = KINDS.indexOf('admin1');
  for (const [code, division] of divisions) {
    if (builder.kind[division] !== admin1) continue;
    const seat = survey.seat.get(code);
    const largest = survey.largest.get(code);
    // Where GeoNames counts nobody, a seat of the division's name is taken to be large enough.
    const cities = [
      seat && (seat.population >= GREAT_SEAT || seat.population === 0) ? seat : null,
      largest && largest.population >= GREAT_CITY ? largest : null,
    ];
    for (const city of cities) {
      const place = city === null ? NONE : builder.indexOf(`geonames:${city.id}`);
      if (city === null || place === NONE || !sameName(builder.label(division), builder.label(place), city)) continue;
      const most = (builder.fame[place] ?? 0) - 1;
      if ((builder.fame[division] ?? 0) <= most) continue;
      builder.fame[division] = most;
      lowered++;
    }
  }
  return lowered;
}

type Label = ReturnType<BuildContext['builder']['label']>;

function sameName(division: Label, place: Label, city: City): boolean {
  if (division.ar && place.ar && plainForm(division.ar) === plainForm(place.ar)) return true;
  const wanted = latinForm(division.en);
  if ([place.en, city.name, city.asciiName].some((name) => latinForm(name) === wanted)) return true;
  // Mykolayiv for Mykolaiv, Hrodna for Grodno: another spelling, where it is among the city's names and sounds alike.
  const sounds = likeness(consonantsOfLatin(wanted), consonantsOfLatin(latinForm(city.asciiName)));
  return sounds >= ALIKE && city.alternates.split(',').some((name) => latinForm(name) === wanted);
}

function latinForm(name: string): string {
  const bare = name.replace(/ city$/i, '');
  return plainForm(withoutArticle(bare) ?? bare);
}
