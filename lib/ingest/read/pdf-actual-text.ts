import { deflateSync } from 'node:zlib';
import { streamsOf, unpackStream, type PdfStream } from './pdf-streams';

/** Begins the name of a mark that `withActualText` has written; behind it the text in UTF-16, as hexadecimal. */
const MARK = 'ActualText-';
/** What is unpacked at most, all together. */
const MAX_ALL = 200_000_000;
const LONGEST = 200;

/**
 * A PDF says beside letters that are drawn in pieces what they are (`ActualText`: a browser does so for Arabic fonts whose
 * dots are drawn apart), and pdf.js passes that over. It does tell the names of marks, so this appends (as an update, by
 * ISO 32000-1, 7.5.6) the same pages with those texts as names: `actualTextOf` reads them back.
 * Null where there is none, or where it cannot be told.
 */
export function withActualText(file: string): Uint8Array | null {
  const root = /\/Root\s{1,9}(\d{1,9}\s{1,9}\d{1,5}\s{1,9}R)/.exec(file.slice(file.lastIndexOf('/Root')))?.[1];
  const before = /startxref\s{1,9}(\d{1,12})\s{1,9}%%EOF\s*$/.exec(file.slice(-2_000))?.[1];
  if (!root || !before || file.includes('/Encrypt')) return null;
  let size = 0;
  for (const [, count] of file.matchAll(/\/Size\s{1,9}(\d{1,9})/g)) size = Math.max(size, Number(count));
  let update = '\n';
  let table = '';
  let left = MAX_ALL;
  for (const stream of streamsOf(file)) {
    if (!isPage(stream)) continue;
    const { number, generation } = stream;
    const plain = unpackStream(stream);
    left -= plain.length;
    const changed = plain.includes('/ActualText') ? nameTexts(plain) : plain;
    if (changed !== plain) {
      const packed = deflateSync(Buffer.from(changed, 'latin1')).toString('latin1');
      table += `${number} 1\n${String(file.length + update.length).padStart(10, '0')} ${generation.padStart(5, '0')} n \n`;
      update += `${number} ${generation} obj\n<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n${packed}\nendstream\nendobj\n`;
    }
    if (left <= 0) break;
  }
  if (table === '') return null;
  const end = `xref\n${table}trailer\n<</Size ${size}/Root ${root}/Prev ${before}>>\nstartxref\n${file.length + update.length}\n%%EOF\n`;
  return Buffer.from(file + update + end, 'latin1');
}

/** The text that a mark's name holds; null for the name of any other. */
export function actualTextOf(name: string | null | undefined): string | null {
  if (!name?.startsWith(MARK)) return null;
  const hex = name.slice(MARK.length);
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
}

/** Whether it may be what a page draws: fonts, pictures and what is packed twice are not. */
function isPage({ dictionary }: PdfStream): boolean {
  return /\/FlateDecode/.test(dictionary) && !/\/(Subtype|Type|Length1|DecodeParms|ASCII)/.test(dictionary);
}

/** A mark with a dictionary that holds the text as hexadecimal or between brackets. */
const SPAN = /\/\w{1,40}\s{0,9}<<(?:[^<>()]|\([^()\\]{0,40}\)){0,200}?\/ActualText\s{0,9}(?:<([0-9A-Fa-f\s]{0,1000})>|\(((?:\\[^]|[^\\()]){0,1000})\))(?:[^<>()]|\([^()\\]{0,40}\)){0,200}>>\s{0,9}BDC/g; // prettier-ignore

function nameTexts(content: string): string {
  return content.replace(SPAN, (whole, hex: string | undefined, literal: string | undefined) => {
    const units =
      hex === undefined ? unitsOf(bytesOf(literal ?? '')) : unitsOf(Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1'));
    return units === null || units.length > LONGEST * 4 ? whole : `/${MARK}${units} <<>> BDC`;
  });
}

/** UTF-16 as hexadecimal of a text string of PDF; null where it is in an encoding of its own beyond ASCII. */
function unitsOf(bytes: string): string | null {
  if (bytes.startsWith('\xfe\xff')) return Buffer.from(bytes.slice(2), 'latin1').toString('hex');
  return /^[\x20-\x7e]*$/.test(bytes) ? Buffer.from(bytes, 'utf16le').swap16().toString('hex') : null;
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function bytesOf(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|\r\n|[^])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(parseInt(escaped, 8) & 255) : /^[\r\n]/.test(escaped) ? '' : (ESCAPED[escaped] ?? escaped),
  );
}
