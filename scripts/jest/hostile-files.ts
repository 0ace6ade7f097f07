import { gzipSync, zipSync, strToU8 } from 'fflate';
import { docxOf, pdfOf } from './documents';

/** A file as it is uploaded. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const NEWS = 'Rockets hit the city of Aleppo on Monday and killed three people, police in Damascus said.';
const LONG_LINE = 10_000_000;
const BOMB = 60_000_000;
const ENTITIES = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;

/** Files that are made to do harm, each with how it is made: many are large, so that one is made when it is wanted. */
const FILES: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ['bomb.docx', () => zipSync({ 'word/document.xml': new Uint8Array(BOMB) })],
  ['nested.docx', () => nestedZip(6)],
  ['many.docx', () => zipSync(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`word/${i}.xml`, strToU8('x')])))],
  [
    'paths.docx',
    () => zipSync({ '../../../../etc/owned': strToU8('x'), 'word/../../x': strToU8('x'), 'word/document.xml': strToU8('<x/>') }),
  ],
  ['entities.docx', () => docxOf(`<?xml version="1.0"?>${ENTITIES}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&j;&f;</w:t></w:r></w:p></w:body></w:document>`)], // prettier-ignore
  [
    'deep.docx',
    () => docxOf(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p>'.repeat(20_000)}`),
  ],
  ['no.docx', () => gzipSync(strToU8(NEWS))],
  ['cut.docx', () => docxOf('<x/>').slice(0, 300)],
  ['entities.xml', () => strToU8(`<?xml version="1.0"?>${ENTITIES}<rss version="2.0"><channel><title>&j;</title></channel></rss>`)],
  ['entities.html', () => strToU8(`${ENTITIES}<p>&j; ${NEWS}</p>`)],
  ['bomb.pdf', () => pdfOf(new Uint8Array(BOMB * 3).fill(32))],
  ['broken.pdf', () => pdfOf(strToU8(`BT /F 12 Tf (${NEWS}) Tj ${'q '.repeat(100_000)} BI ID EI`)).slice(0, -200)],
  ['endless.pdf', () => pdfOf(strToU8('/X Do '.repeat(1_000)), { resources: '/XObject<</X 4 0 R>>' })],
  ['pages.pdf', () => strToU8('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2147483647>>endobj\ntrailer<</Root 1 0 R/Size 2147483647/Prev 0>>\nstartxref\n0\n%%EOF')], // prettier-ignore
  ['spans.pdf', () => pdfOf(strToU8(`BT /F 12 Tf ${'/Span<</ActualText<FEFF0627>>>BDC '.repeat(50_000)}(x) Tj ET`))],
  ['noise.pdf', () => strToU8(`%PDF-1.7\n${'1 0 obj<</Length 9/Filter/FlateDecode>>stream\nxx'.repeat(20_000)}`)],
  ['script.html', () => strToU8(`<html><script>while(1);</script><body onload="while(1);"><img src=http://127.0.0.1:1/x onerror=alert(1)><iframe src=file:///etc/passwd></iframe><article><p>${NEWS}</p></article>`)], // prettier-ignore
  ['deep.html', () => strToU8('<div>'.repeat(100_000) + NEWS)],
  ['wide.html', () => strToU8('<p>x</p>'.repeat(100_000))],
  ['attributes.html', () => strToU8(`<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}="${i}"`).join(' ')}>${NEWS}</p>`)],
  ['deep.eml', () => strToU8(`From: a@b.example\r\n${Array.from({ length: 2_000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')}${NEWS}`)], // prettier-ignore
  ['forwarded.eml', () => strToU8('Content-Type: message/rfc822\r\n\r\n'.repeat(5_000) + NEWS)],
  [
    'headers.eml',
    () => strToU8(`${Array.from({ length: 50_000 }, (_, i) => `X-${i}: =?utf-8?q?${'=41'.repeat(10)}?=\r\n`).join('')}\r\n${NEWS}`),
  ],
  ['line.txt', () => new Uint8Array(LONG_LINE).fill(120)],
  ['line.md', () => strToU8('[('.repeat(LONG_LINE / 20))],
  ['stars.md', () => strToU8('*_'.repeat(100_000) + NEWS)],
  ['line.html', () => strToU8(`<p>${'ب'.repeat(LONG_LINE / 2)}</p>`)],
  ['نبأ\u202etxt.exe\u202c.txt', () => strToU8(`\u202e${NEWS}\u202c\u2066`)],
  ['../../\u202e\u0000"\r\nx: y.txt', () => strToU8(NEWS)],
  [`${'n'.repeat(5_000)}.txt`, () => strToU8(NEWS)],
  ['utf16.txt', () => Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x00])],
  ['empty.pdf', () => new Uint8Array()],
  ['news.txt', () => strToU8(NEWS)],
];

const made = new Map<string, Uint8Array>();

export const HOSTILE_FILES = FILES.map(([name]) => name);

/** One of them by its name; made once. */
export function hostileFile(name: string): HostileFile {
  let bytes = made.get(name);
  const make = FILES.find(([known]) => known === name)?.[1];
  if (!make) throw new Error(`there is no hostile file ${JSON.stringify(name)}`);
  if (!bytes) made.set(name, (bytes = make()));
  return { name, bytes };
}

/** As a browser would send them; `field` is where the program looks for them. */
export function multipart(files: readonly HostileFile[], field = 'file'): { readonly type: string; readonly body: Uint8Array } {
  const boundary = 'hostile-7f3a';
  const parts = files.flatMap(({ name, bytes }) => [
    strToU8(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name.replaceAll('"', '%22').replace(/[\r\n]/g, '%0D')}"\r\nContent-Type: application/octet-stream\r\n\r\n`), // prettier-ignore
    bytes,
    strToU8('\r\n'),
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat([...parts, strToU8(`--${boundary}--\r\n`)]) };
}

function nestedZip(depth: number): Uint8Array {
  const inner = depth === 0 ? new Uint8Array(1_000_000) : nestedZip(depth - 1);
  return zipSync(Object.fromEntries(['a', 'b', 'word/document.xml'].map((name) => [name, inner])));
}
