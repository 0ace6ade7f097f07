/** Letters that end words and never begin them. */
const LAST = 'ةى';
const ARABIC = /[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]/;
/** Letters as they are drawn, each form a character of its own. */
const DRAWN = /[\ufb50-\ufdff\ufe70-\ufefc]+/g;

/**
 * Puts the lines of a page of a PDF into the order in which they are read. Many write Arabic as it is seen, from left to
 * right, and in the forms in which its letters are drawn; which way the lines run is told by how their words begin and end.
 */
export function readingOrder(lines: readonly string[]): string[] {
  const turned = lines.map((line) => (ARABIC.test(line) ? turn(line) : line));
  const isTurned = sum(turned.map(soundness)) > sum(lines.map(soundness));
  return (isTurned ? turned : lines).map((line) => {
    const letters = toLetters(line);
    // Of a ligature that stood in the other order its letters are left the wrong way round, right behind an alif.
    return isTurned ? letters.replace(/(?<![\u0620-\u064a])([وفبكل]?ا)([أإآا])ل(?=[\u0620-\u064a])/g, '$1ل$2') : letters;
  });
}

/** Of the words, from which on letters have been lost or parted: words of one letter, and letters that wait for their dots. */
const DOUBTFUL_SHARE = 0.04;
const FEWEST_WORDS = 20;

/** Whether the Arabic of a text looks as though its letters were not those of the page. */
export function isDoubtful(text: string): boolean {
  const words = text.match(/[\u0620-\u065f\u066e-\u06d5]+/g) ?? [];
  const poor = words.filter((word) => /^[^و]$/.test(word) || /[\u066e\u066f\u06a1\u06ba\u06d5]/.test(word));
  return words.length >= FEWEST_WORDS && poor.length > DOUBTFUL_SHARE * words.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** How many brackets of a text close none. */
export function unopened(text: string): number {
  const open: string[] = [];
  let found = 0;
  for (const [bracket] of text.matchAll(/[()[\]«»]/g)) {
    if ('([«'.includes(bracket)) open.push(bracket);
    else if (open.at(-1) === MIRRORED[bracket]) open.pop();
    else found++;
  }
  return found;
}

export function turnBrackets(text: string): string {
  return text.replace(/[()[\]{}«»<>]/g, (bracket) => MIRRORED[bracket] ?? bracket);
}

/** Reverses a line, and back again what runs from left to right within it. */
function turn(line: string): string {
  return turnBrackets([...line].reverse().join('')).replace(
    /[\dA-Za-z\u0660-\u0669\u00c0-\u024f]+(?:[ .,:/'’-]+[\dA-Za-z\u0660-\u0669\u00c0-\u024f]+)*/g,
    (run) => [...run].reverse().join(''),
  );
}

const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '«': '»', '»': '«', '<': '>', '>': '<' }; /* prettier-ignore */ // pairs are seen side by side

/** How much a line looks like Arabic from its first letter to its last. */
function soundness(line: string): number {
  let score = 0;
  for (const word of toLetters(line).split(/[^\u0620-\u064a]+/)) {
    if (word.length < 2) continue;
    if (LAST.includes(word.at(-1) ?? '')) score += 2;
    if (LAST.includes(word[0] ?? '')) score -= 2;
    if (/^[وفبك]?ال/.test(word)) score++;
    if (/لا[وفبك]?$/.test(word) && word.length > 3) score--;
  }
  return score;
}

function toLetters(line: string): string {
  return line.replace(DRAWN, (letters) => letters.normalize('NFKC'));
}
