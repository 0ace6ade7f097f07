import { foldPhrase } from '../text/fold-phrase';

/** Longer words are cut: nobody types them, and an index has a limit. */
const MAX_WORD = 60;
/** Characters of different words that are indexed for one article: PostgreSQL takes a megabyte of them. */
const MAX_TOTAL = 250_000;
/** Letters that must be left behind a proclitic. */
const MIN_STEM = 3;
/** A word is completed from so many letters on: fewer would find everything. */
const MIN_PREFIX = 3;

/** The different words of a text as search knows them: folded, Arabic ones also without their proclitics. */
export function searchTokens(text: string): Set<string> {
  const tokens = new Set<string>();
  let total = 0;
  for (const word of words(text)) {
    if (tokens.has(word)) continue;
    for (const reading of readings(word)) {
      if (tokens.has(reading)) continue;
      total += reading.length;
      if (total > MAX_TOTAL) return tokens;
      tokens.add(reading);
    }
  }
  return tokens;
}

/** The words of a question, each of which must be found; `isPrefix` where longer words will do. Empty where it has no words. */
export function queryTokens(query: string): { word: string; isPrefix: boolean }[] {
  const asked = [...words(query)];
  const isCutShort = /[\p{L}\p{M}\p{N}]$/u.test(query);
  return asked.map((word, i) => ({ word, isPrefix: isCutShort && i === asked.length - 1 && word.length >= MIN_PREFIX }));
}

function* words(text: string): Iterable<string> {
  for (const word of foldPhrase(text, 0, text.length).text.split(/[^\p{L}\p{N}]+/u)) {
    if (word !== '') yield word.slice(0, MAX_WORD);
  }
}

/** `وبالعراق` is also found as `بالعراق`, `العراق` and `عراق`. What is taken off wrongly only finds more. */
function readings(word: string): string[] {
  if (!/^[\u0621-\u064A]/.test(word)) return [word];
  const found = [word];
  if (/^[وف]/.test(word) && word.length > MIN_STEM) found.push(word.slice(1));
  for (const form of [...found]) {
    if (form.startsWith('لل') && form.length > MIN_STEM + 1) found.push(`ال${form.slice(2)}`);
    else if (/^[بلك]/.test(form) && form.length > MIN_STEM) found.push(form.slice(1));
  }
  for (const form of [...found]) if (form.startsWith('ال') && form.length > MIN_STEM + 1) found.push(form.slice(2));
  return found;
}
