import { isArabic } from './names';

/** How much closeness in sound outweighs care in spelling. */
const SOUND = 8;

/**
 * The best Arabic name among a place's, for display: GeoNames gives them unordered, paraphrases among them
 * (`العاصمة الأردنية`). The one that sounds most like the Latin name wins, then careful spelling (article, hamza, teh
 * marbuta), then the shorter.
 */
export function bestArabic(names: readonly string[], latin: string): string | null {
  const arabic = names.filter(isArabic);
  if (arabic.length <= 1) return arabic[0] ?? null;
  const all = new Set(arabic);
  const wanted = consonantsOfLatin(latin);
  let best: string | null = null;
  let bestScore = -Infinity;
  for (const name of all) {
    const score = care(name, all) + SOUND * likeness(consonantsOfArabic(name), wanted);
    if (score > bestScore || (score === bestScore && best !== null && name.length < best.length)) [best, bestScore] = [name, score];
  }
  return best;
}

function care(name: string, all: ReadonlySet<string>): number {
  let score = 0;
  if (/[()،,/-]/.test(name)) score -= 4;
  if (/\p{M}/u.test(name)) score -= 2;
  if (name.startsWith('ال') && all.has(name.slice(2))) score += 1;
  // A hamza speaks for a spelling only beside the same name without it: alone it may be a foreigner's (لأندأن).
  if (/[أإآ]/.test(name) && all.has(name.replace(/[أإآ]/g, 'ا'))) score += 1;
  if (name.endsWith('ء') && all.has(name.slice(0, -1))) score += 1;
  // Letters that only Arabic tells apart: a careless or foreign spelling would have their plain neighbours.
  if (/[عحصضطظقثذ]/.test(name)) score += 0.5;
  if (name.endsWith('ة')) score += 1;
  if (name.endsWith('ه') && all.has(`${name.slice(0, -1)}ة`)) score -= 2;
  if (name.endsWith('ى') && all.has(`${name.slice(0, -1)}ي`)) score -= 2;
  if (!name.includes(' ') && [...all].some((other) => other !== name && other.replaceAll(' ', '') === name)) score -= 2;
  return score;
}

/** Letters that Arabic and Latin spelling confuse, as one; vowels, h and gutturals without a Latin letter as none. */
const ARABIC_SOUNDS: Record<string, string> = {
  ...{ ب: 'b', ت: 't', ث: 't', ج: 'k', خ: 'k', د: 'd', ذ: 'd', ر: 'r', ز: 's', س: 's', ش: 's', ص: 's', ض: 'd', ط: 't', ظ: 'd' },
  ...{ غ: 'k', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n' },
};
const LATIN_SOUNDS: Record<string, string> = {
  ...{ b: 'b', p: 'b', c: 'k', k: 'k', q: 'k', g: 'k', j: 'k', x: 'k', d: 'd', f: 'f', v: 'f', l: 'l', m: 'm', n: 'n', r: 'r' },
  ...{ s: 's', z: 's', t: 't' },
};

function consonantsOfArabic(name: string): string {
  return [...name.replace(/(^| )ال/gu, ' ')].map((letter) => ARABIC_SOUNDS[letter] ?? '').join('');
}

export function consonantsOfLatin(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^(al|el|a[dhnrstz]+)[- ]/, '')
    .replace(/ch|sh/g, 's');
  return [...plain]
    .map((letter) => LATIN_SOUNDS[letter] ?? '')
    .join('')
    .replace(/(.)\1/g, '$1');
}

/** Twice the longest common subsequence over the lengths' sum: 0 to 1. */
export function likeness(a: string, b: string): number {
  if (a.length + b.length === 0) return 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) next.push(letter === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    row = next;
  }
  return (2 * (row[b.length] ?? 0)) / (a.length + b.length);
}
