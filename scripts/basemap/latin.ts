const MARKS = /\p{M}/gu;
/** What stands for hamza and ayn in transliterations: turned and straight apostrophes, modifier letters. */
const GLOTTALS = /[\u02bb-\u02bf\u2018\u2019`']/g;

/**
 * A transliterated name as newspapers write it, without the dots and strokes of scholars: `Khāliş` -> `Khalis`.
 * For names that were never written in Latin letters at home; in the others the marks are part of the spelling.
 */
export function pressSpelling(name: string): string {
  return name.normalize('NFD').replace(MARKS, '').normalize('NFC').replace(GLOTTALS, '');
}
