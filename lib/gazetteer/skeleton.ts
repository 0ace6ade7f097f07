/**
 * Consonant skeletons: what is left of a name when Arabic letters and Latin ones are folded to the same few consonants.
 * Arabic writes a foreign town by ear (`كراماتورسك` for Kramatorsk), and the gazetteer knows most towns of Ukraine or
 * Nigeria by Latin names alone; their skeletons meet. Many names share one, so it only ever proposes.
 */

/** Stands before a skeleton among the gazetteer's names: no name that is written begins so. */
const MARK = '0';
/** Shorter skeletons are shared by too many names to tell anything. */
const MIN_CONSONANTS = 3;

/** Arabic letters by consonant class; what is not listed is a vowel, or too often dropped by one side. */
const ARABIC_CLASSES: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ف: 'f',
  ڤ: 'f',
  م: 'm',
  ن: 'n',
  ر: 'r',
  ل: 'l',
  ت: 't',
  ط: 't',
  د: 'd',
  ض: 'd',
  ذ: 'd',
  ظ: 'd',
  ث: 't',
  س: 's',
  ص: 's',
  ش: 's',
  ز: 's',
  ژ: 's',
  چ: 's',
  ك: 'k',
  ک: 'k',
  ق: 'k',
  خ: 'k',
  ج: 'g',
  غ: 'g',
  گ: 'g',
};

const LATIN_CLASSES: Readonly<Record<string, string>> = {
  b: 'b',
  p: 'b',
  f: 'f',
  v: 'f',
  m: 'm',
  n: 'n',
  r: 'r',
  l: 'l',
  t: 't',
  d: 'd',
  s: 's',
  z: 's',
  k: 'k',
  q: 'k',
  g: 'g',
  j: 'g',
  c: 'k',
  x: 'ks',
};

/** Letters that sound as one, before letters are read singly; the longest first. */
const LATIN_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/shch|tch|sch|sh|ch/g, 's'],
  [/zh|dzh|dj/g, 'g'],
  [/kh|ck|qu/g, 'k'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/c(?=[eiy])/g, 's'],
];

/** Latin letters that a language may give another sound: read so throughout a name, one letter at a time. */
const OTHER_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/j/g, ''],
  [/j/g, 'k'],
  [/c/g, 's'],
  [/c/g, 'g'],
  [/z/g, 'ts'],
  [/w/g, 'f'],
  [/x/g, 's'],
  [/v/g, ''],
];

/** The skeleton of an Arabic name, as a name of the gazetteer; null where it has too few consonants. */
export function arabicSkeleton(name: string): string | null {
  let skeleton = '';
  const sounds = name.replace(/^ال/, '').replaceAll('تش', 'ش');
  for (const letter of sounds) skeleton += ARABIC_CLASSES[letter] ?? '';
  return marked(skeleton);
}

/** The skeletons of a Latin name, the likeliest first; empty where it has too few consonants. */
export function latinSkeletons(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^(?:al|an|ar|as|ash|at|ad|az|el|et)[- ](?=[a-z]{3})/, '')
    .replace(/[^a-z]/g, '');
  const spelt = [plain, ...OTHER_SOUNDS.map(([letter, sound]) => plain.replace(letter, sound))];
  const skeletons = spelt.map(latinConsonants).filter((skeleton) => skeleton !== null);
  return [...new Set(skeletons)];
}

function latinConsonants(plain: string): string | null {
  let text = plain;
  for (const [group, sound] of LATIN_GROUPS) text = text.replace(group, sound);
  let skeleton = '';
  for (const letter of text) skeleton += LATIN_CLASSES[letter] ?? '';
  return marked(skeleton);
}

/** Doubled consonants count once: Arabic writes them so. */
function marked(consonants: string): string | null {
  const single = consonants.replace(/(.)\1+/g, '$1');
  return single.length < MIN_CONSONANTS ? null : MARK + single;
}
