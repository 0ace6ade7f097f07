import { execFileSync } from 'node:child_process';

/** What a PDF of one page says, line by line as it is read, and its size in points. */
export interface PdfText {
  readonly text: string;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
}

/** What `pdf-items.mjs` prints: of marks in the structure only that they have no text. */
interface PdfItems {
  readonly pages: number;
  readonly view: readonly number[];
  readonly items: readonly { readonly str?: string; readonly transform?: readonly number[]; readonly width?: number }[];
}

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
}

/**
 * Reads a PDF's text back. Pieces come as they stand in the file, each with its letters in logical order; those of one line and
 * one column are put in the order of reading: from the right where most letters are Arabic.
 */
export function readPdf(bytes: Uint8Array): PdfText {
  const answer = execFileSync(process.execPath, ['e2e/support/pdf-items.mjs'], { input: bytes, maxBuffer: 64 * 1024 * 1024 });
  const { pages, view, items } = JSON.parse(answer.toString('utf8')) as PdfItems;
  const pieces = items.flatMap(({ str, transform, width }): Piece[] => {
    const [, , , , x = 0, y = 0] = transform ?? [];
    return str === undefined || str.trim() === '' ? [] : [{ text: str.trim(), x, end: x + (width ?? 0), y }];
  });
  const lines = linesOf(pieces).map((line) => {
    const letters = line.map(({ text }) => text).join('');
    const isArabic = (letters.match(/[\u0600-\u06FF]/g) ?? []).length > letters.length / 3;
    return [...line]
      .sort((a, b) => (isArabic ? b.x - a.x : a.x - b.x))
      .map(({ text }) => text)
      .join(' ');
  });
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  return { text: lines.join('\n').replace(/ +/g, ' '), pages, width: right - left, height: top - bottom };
}

/** Points between two pieces from which on they stand in different columns, and between two lines. */
const COLUMN_GAP = 12;
const LINE_GAP = 2;

function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const beside = last?.some(
      ({ x, end, y }) => Math.abs(y - piece.y) < LINE_GAP && piece.x - end < COLUMN_GAP && x - piece.end < COLUMN_GAP,
    );
    if (last !== undefined && beside === true) last.push(piece);
    else lines.push([piece]);
  }
  return lines;
}
