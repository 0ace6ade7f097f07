import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api';
import { readingOrder, turnBrackets, unopened } from './letter-order';
import { actualTextOf } from './pdf-actual-text';

/** Between lines, in gaps as most lines of the page have them, from which a paragraph ends. */
const PARAGRAPH_GAP = 1.25;
/** Between lines, in heights of a line, from which it ends whatever the others have. */
const MOST_LEADING = 2.4;
/** Between two pieces of a line, in heights of it, from which they are two words. */
const WORD_GAP = 0.12;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;
const ARABIC_LETTERS = /[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]/g;
const LATIN_LETTERS = /\p{Script=Latin}/gu;

/** What is drawn in one go, with its letters in the order of reading. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The paragraphs of a page. Of brackets within Arabic some files keep what is drawn, others what is meant: it is the one by which they open before they close. */
export function toParagraphs(items: TextContent['items']): string[] {
  const paragraphs = paragraphsOf(linesOf(items, false));
  const faults = unopened(paragraphs.join('\n'));
  if (faults === 0) return paragraphs;
  const turned = paragraphsOf(linesOf(items, true));
  return unopened(turned.join('\n')) < faults ? turned : paragraphs;
}

/** Lines that follow each other closely are one paragraph: where a line ends is the page's matter, not the text's. */
function paragraphsOf(lines: readonly Line[]): string[] {
  const gaps = lines.map(({ y }, i) => Math.abs(y - (lines[i - 1]?.y ?? y)));
  const usual = gaps.slice(1).toSorted((a, b) => a - b)[Math.floor((lines.length - 1) / 4)] ?? 0;
  const paragraphs: string[] = [];
  lines.forEach(({ text, height }, i) => {
    const last = paragraphs.at(-1);
    const gap = gaps[i] ?? 0;
    if (last === undefined || gap > Math.min(MOST_LEADING * Math.max(height, lines[i - 1]?.height ?? 0), PARAGRAPH_GAP * usual))
      paragraphs.push(text);
    // A word that was parted at the line's end is one again.
    else paragraphs[paragraphs.length - 1] = /\p{Ll}-$/u.test(last) && /^\p{Ll}/u.test(text) ? last.slice(0, -1) + text : `${last} ${text}`;
  });
  return paragraphs;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

function linesOf(items: TextContent['items'], turnsBrackets: boolean): Line[] {
  const lines: Line[] = [];
  let line: Piece[] = [];
  let last: Piece | null = null;
  const endLine = () => {
    const text = lineText(line, turnsBrackets);
    if (last && text !== '') lines.push({ text, y: last.y, height: last.height });
    line = [];
  };
  for (const piece of piecesOf(items)) {
    if (piece.text.trim() !== '') {
      if (last && Math.abs(piece.y - last.y) > last.height / 2) endLine();
      last = piece;
    }
    line.push(piece);
  }
  endLine();
  const texts = readingOrder(lines.map(({ text }) => text));
  return lines.map((read, i) => ({ ...read, text: texts[i] ?? read.text }));
}

/** Letters that the file spells out are one piece, which lies where the widest part of what is drawn lies. */
function* piecesOf(items: TextContent['items']): Generator<Piece> {
  let depth = 0;
  let open: { readonly text: string; readonly depth: number; readonly parts: Piece[] } | null = null;
  for (const item of items) {
    if ('str' in item) {
      const piece = pieceOf(item);
      if (!open) yield piece;
      else if (item.str !== '') open.parts.push(piece);
      else if (item.hasEOL) yield piece;
    } else if (item.type.startsWith('begin')) {
      depth++;
      const text: string | null = open ? null : actualTextOf('tag' in item && typeof item.tag === 'string' ? item.tag : null);
      if (text !== null) open = { text, depth, parts: [] };
    } else {
      if (open?.depth === depth) {
        // Gaps that pdf.js fills have no height, and dots no width. Where it takes a dot and its letter for one, the gap before tells where they begin.
        const [first] = open.parts;
        const [letter] = open.parts.filter(({ height }) => height > 0).toSorted((a, b) => b.width - a.width);
        const start = first && letter && first.height === 0 && /[^\p{L}].|.[^\p{L}]/su.test(letter.text) ? first : letter;
        if (letter && start) yield { ...letter, x: start.x, y: start.y, text: open.text };
        open = null;
      }
      depth--;
    }
  }
}

function pieceOf({ str, transform, width, height, hasEOL }: TextItem): Piece {
  return { text: hasEOL ? `${str} ` : str, x: Number(transform[4]), y: Number(transform[5]), width, height };
}

function lineText(line: readonly Piece[], turnsBrackets: boolean): string {
  const plain = line.map(({ text }) => text).join('');
  const text = ARABIC.test(plain) ? inOrder(line, plain, turnsBrackets) : plain;
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Puts the pieces of a line with Arabic into the order of reading by where they lie: files keep them in any order. Words in
 * the other script, and what stands between two of them, run the other way.
 */
function inOrder(line: readonly Piece[], plain: string, turnsBrackets: boolean): string {
  const isFromRight = (plain.match(ARABIC_LETTERS) ?? []).length >= (plain.match(LATIN_LETTERS) ?? []).length;
  const pieces = line
    .filter(({ text, height }) => text !== '' && height > 0)
    .map((piece) => ({ ...piece, kind: kindOf(piece.text) }))
    .sort((a, b) => (isFromRight ? b.x + b.width - a.x - a.width : a.x - b.x));
  const own = isFromRight ? 'arabic' : 'latin';
  const against = isFromRight ? 'latin' : 'arabic';
  const ordered: typeof pieces = [];
  for (let i = 0; i < pieces.length;) {
    let end = i;
    // A number behind a word in Latin letters lies to its right, as the word would have it: WGS 84.
    if (pieces[i]?.kind === against || (isFromRight && pieces[i]?.kind === 'number'))
      for (let j = i; j < pieces.length && pieces[j]?.kind !== own; j++) if (pieces[j]?.kind === against) end = j;
    ordered.push(...pieces.slice(i, end + 1).reverse());
    i = end + 1;
  }
  return ordered.reduce((text, piece, i) => {
    const before = ordered[i - 1];
    const space = before && gapBetween(before, piece) > WORD_GAP * piece.height ? ' ' : '';
    const brackets = turnsBrackets ? turnBrackets : same;
    const own = piece.kind === 'arabic' ? brackets(piece.text) : isFromRight ? fromRight(piece.text, brackets) : piece.text;
    return text + space + own;
  }, '');
}

function kindOf(text: string): 'arabic' | 'latin' | 'number' | 'neither' {
  return /\p{Script=Arabic}/u.test(text.replace(/\p{Nd}/gu, '')) ? 'arabic' : /\p{Script=Latin}/u.test(text) ? 'latin' : /\p{Nd}/u.test(text) ? 'number' : 'neither'; // prettier-ignore
}

/** A number or a word in Latin letters stays as it is; the marks around it are the line's, and change sides. */
function fromRight(text: string, brackets: (marks: string) => string): string {
  const [, left = '', word = '', right = ''] = /^([\s.,:;!?،؛؟()[\]"'”“«»-]*)(.*?)([\s.,:;!?،؛؟()[\]"'”“«»-]*)$/su.exec(text) ?? [];
  const turned = (marks: string) => brackets([...marks].reverse().join(''));
  return turned(right) + word + turned(left);
}

const same = (text: string): string => text;

function gapBetween(a: Piece, b: Piece): number {
  return Math.max(a.x - b.x - b.width, b.x - a.x - a.width);
}
