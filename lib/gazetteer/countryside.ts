import { NONE, type Gazetteer } from './gazetteer';

/**
 * The division that is a town's countryside: the first-level one it lies in, where the two share a name (Aleppo, حلب);
 * null where there is none of its name, as for Palmyra.
 */
export function countrysideOf(gazetteer: Gazetteer, town: number): number | null {
  const division = gazetteer.admin1[town] ?? NONE;
  if (division === NONE) return null;
  const [own, outer] = [gazetteer.place(town).names, gazetteer.place(division).names];
  const sameName = (name: string | null, longer: string | null) => name !== null && longer !== null && ` ${longer} `.includes(` ${name} `);
  return sameName(own.ar, outer.ar) || sameName(own.en, outer.en) ? division : null;
}
