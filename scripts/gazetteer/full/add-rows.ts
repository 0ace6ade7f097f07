import { NONE } from '../../../lib/gazetteer/gazetteer';
import { addCity } from '../add-cities';
import {
  allNames,
  ARAB_COUNTRIES,
  arabicCandidates,
  type BuildContext,
  curatedArabic,
  curatedEnglish,
  divisionOf,
  fameAsCurated,
} from '../context';
import { fameOf } from '../fame';
import { PairTable } from '../growing';
import { bestArabic } from '../labels';
import { mendCity } from '../mends';
import { alternate, isAlternate, isArabic, type Name, primary } from '../names';
import { type City, parseCity } from '../sources';
import { SurveyBuilder, type Survey } from '../survey';
import { dumpLines, type OnProgress } from './dump-lines';
import { keptCode, kindOfCode } from './rules';

/** Whether a row is read at all: settled places, and what `full-build.json` lists. Cheap, for most rows fail it. */
export function isWanted(row: string): boolean {
  const columns = row.split('\t', 8);
  return columns[6] === 'P' ? !GONE.has(columns[7] ?? '') : kindOfCode(columns[7] ?? '') !== undefined;
}

/** Settlements that are no more. */
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

/** What the settled places of a whole dump say about the divisions: the first of two passes. */
export async function surveyDump(path: string, onProgress: OnProgress): Promise<Survey> {
  const survey = new SurveyBuilder((city) => structuredClone(city));
  let line = 0;
  for await (const row of dumpLines(path, onProgress)) {
    line++;
    if (row !== '' && row.split('\t', 7)[6] === 'P' && isWanted(row)) survey.add(mendCity(parseCity(row, line, path)));
  }
  return survey.finish();
}

/**
 * Adds the wanted rows of a whole dump: the second pass. Without `withAlternates` only a row's main names are taken, for
 * the others come, with their languages, from a second file. Returns the places by GeoNames' number.
 */
export async function addDump(context: BuildContext, path: string, withAlternates: boolean, onProgress: OnProgress): Promise<PairTable> {
  const places = new PairTable();
  let line = 0;
  for await (const row of dumpLines(path, onProgress)) {
    line++;
    if (row === '' || !isWanted(row)) continue;
    const city = mendCity(parseCity(row, line, path));
    const place = addRow(context, withAlternates ? city : { ...city, alternates: '' }, countOf(city.alternates));
    if (place !== NONE) places.set(city.id, 0, place);
  }
  return places;
}

function addRow(context: BuildContext, city: City, names: number): number {
  const there = context.builder.indexOf(`geonames:${city.id}`);
  if (city.featureClass === 'P') return there === NONE ? addCity(context, city, names) : there;
  if (city.featureCode === 'ADM1' || city.featureCode === 'ADM2') {
    const division = divisionOf(context, city.featureCode === 'ADM1' ? city.admin1 : city.admin2);
    if (division !== NONE) {
      context.builder.names.addAll(namesOf(context, context.builder.id(division), city), division);
      return division;
    }
  }
  return addOther(context, city, names);
}

/** Adds a place that is no settlement: a river, a mountain, a camp, a lower division. */
function addOther(context: BuildContext, city: City, names: number): number {
  const id = `geonames:${city.id}`;
  if (context.builder.has(id)) return context.builder.indexOf(id);
  const curated = context.curatedById.get(id);
  const kind = curated?.kind ?? kindOfCode(city.featureCode);
  if (kind === undefined) return NONE;
  const candidates = arabicCandidates(context, id, alternatesOf(city));
  return context.builder.add({
    id,
    kind,
    featureCode: keptCode(city.featureCode),
    country: city.country,
    lon: city.lon,
    lat: city.lat,
    population: city.population,
    admin1: divisionOf(context, city.admin1),
    admin2: divisionOf(context, city.admin2),
    en: curatedEnglish(context, id) ?? (city.asciiName || city.name),
    ar: curatedArabic(context, id) ?? bestArabic(candidates, city.asciiName),
    names: namesOf(context, id, city),
    fame: fameAsCurated(context, id, fameOf(keptCode(city.featureCode), city.population, names)),
    flags: 0,
  });
}

function namesOf(context: BuildContext, id: string, city: City): Name[] {
  return allNames(context, id, [primary(city.name), primary(city.asciiName), ...alternatesOf(city)], {
    administrative: city.featureClass === 'A',
    arabCountry: ARAB_COUNTRIES.has(city.country),
  });
}

/** A row's own alternates, which come without their language: those of the two scripts that are no mere transliterations. */
function alternatesOf(city: City): Name[] {
  if (city.alternates === '') return [];
  return city.alternates
    .split(',')
    .filter((name) => isAlternate(name) && (isArabic(name) || name !== name.toLowerCase()))
    .map(alternate);
}

function countOf(alternates: string): number {
  return alternates === '' ? 1 : new Set(alternates.split(',')).size + 1;
}
