import { ABBREVIATION, ALTERNATE, PRIMARY } from '../../../lib/gazetteer/name-flags';
import { allNames, ARAB_COUNTRIES, type BuildContext } from '../context';
import type { PairTable } from '../growing';
import { bestArabic } from '../labels';
import { isAlternate, isArabic, isMatchable, type Name } from '../names';
import { dumpLines, type OnProgress } from './dump-lines';
import { languages } from './rules';

/** Columns of `alternateNamesV2.txt`. */
const COLUMNS = 8;

/**
 * Adds the names of `alternateNamesV2` to the places that the dump gave: Arabic ones only where they are said to be
 * Arabic, or are said to be nothing and have no letter of another language; Latin ones of the languages listed in
 * `full-build.json`; none that are historic. Returns how many names were taken. Throws, naming the line, where a row is
 * not as GeoNames has them.
 */
export async function addAlternates(context: BuildContext, path: string, places: PairTable, onProgress: OnProgress): Promise<number> {
  const { builder } = context;
  const arabic = new Map<number, string[]>();
  let taken = 0;
  let line = 0;
  for await (const row of dumpLines(path, onProgress)) {
    line++;
    if (row === '') continue;
    const columns = row.split('\t', COLUMNS);
    const [, number = '', language = '', text = '', preferred, , , historic] = columns;
    if (columns.length < 4) throw new Error(`${path}, line ${line}: wanted at least 4 tab-separated columns, got ${columns.length}`);
    if (historic === '1') continue;
    const name = nameOf(language, text, preferred === '1');
    const place = name === null ? -1 : places.get(Number(number), 0);
    if (name === null || place < 0) continue;
    const country = builder.countryCodes[builder.country[place] ?? 0] ?? '';
    const options = { administrative: false, arabCountry: ARAB_COUNTRIES.has(country) };
    builder.names.addAll(allNames(context, builder.id(place), [name], options), place);
    taken++;
    if (!isArabic(text) || builder.label(place).ar !== null) continue;
    const held = arabic.get(place) ?? [];
    if (preferred === '1') held.unshift(detached(text));
    else held.push(detached(text));
    arabic.set(place, held);
  }
  for (const [place, names] of arabic) {
    const label = bestArabic(names, builder.label(place).en);
    if (label !== null) builder.setArabicLabel(place, label);
  }
  return taken;
}

/** A string of its own: one cut from a chunk of the file would keep all of the chunk in memory. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}

/** A row's name with its flags, or null where it is none that Arabic or English text holds. */
function nameOf(language: string, text: string, preferred: boolean): Name | null {
  if (language === 'abbr') return isMatchable(text) && !isArabic(text) ? { text, flags: ABBREVIATION } : null;
  if (!(isArabic(text) ? languages.arabic : languages.latin).has(language) || !isAlternate(text)) return null;
  return { text, flags: preferred && (language === 'ar' || language === 'en') ? PRIMARY : ALTERNATE };
}
