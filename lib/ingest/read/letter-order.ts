/** Letters that end words and never begin them. */
const LAST = 'ةى';
const ARABIC = /[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]/;
/** Letters as they are drawn, each form a character of its own. */
const DRAWN = /[\ufb50-\ufdff\ufe70-\ufefc]+/g;

/**
 * Puts a line of a PDF into the order in which it is read. Many write Arabic as it is seen, from left to right, and in
 * the forms in which its letters are drawn; which way a line runs is told by how its words begin and end.
 */
export function readingOrder(line: string): string {
  if (!ARABIC.test(line)) return line;
  const turned = turn(line);
  const isTurned = soundness(turned) > soundness(line);
  const ordered = toLetters(isTurned ? turned : line);
  // Of a ligature that stood in the other order its letters are left the wrong way round, right behind an alif.
  return isTurned ? ordered.replace(/(?<![\u0620-\u064a])([وفبكل]?ا)([أإآا])ل(?=[\u0620-\u064a])/g, '$1ل$2') : ordered;
}

/** Reverses a line, and back again what runs from left to right within it. */
function turn(line: string): string {
  return [...line]
    .reverse()
    .join('')
    .replace(/[\dA-Za-z\u0660-\u0669\u00c0-\u024f]+(?:[ .,:/'’-]+[\dA-Za-z\u0660-\u0669\u00c0-\u024f]+)*/g, (run) =>
      [...run].reverse().join(''),
    )
    .replace(/[()[\]{}«»<>]/g, (bracket) => MIRRORED[bracket] ?? bracket);
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
