import { strToU8, zipSync, zlibSync } from 'fflate';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word file with this as its `word/document.xml`, whatever it is, and this as what it says of itself. */
export function docxOf(document: string, core = ''): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(document),
    'docProps/core.xml': strToU8(core),
  });
}

/** A PDF of one page that draws this, in Helvetica as `/F`; `resources` are the page's, and the drawing's own where it draws itself. */
export function pdfOf(content: Uint8Array, { info = '', resources = '' } = {}): Uint8Array {
  const packed = zlibSync(content);
  const form = resources === '' ? '' : `/Subtype/Form/BBox[0 0 9 9]/Resources<<${resources}>>`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${resources}>>>>`,
    `<<${form}/Length ${packed.length}/Filter/FlateDecode>>\nstream\n${Buffer.from(packed).toString('latin1')}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<<${info}>>`,
  ];
  let file = '%PDF-1.4\n';
  const table = objects.map((object, i) => {
    const at = String(file.length).padStart(10, '0');
    file += `${i + 1} 0 obj${object}endobj\n`;
    return `${at} 00000 n \n`;
  });
  const end = `xref\n0 7\n0000000000 65535 f \n${table.join('')}trailer<</Root 1 0 R/Info 6 0 R/Size 7>>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(file + end, 'latin1');
}

/** Arabic as browsers print it: each line from left to right, its letters drawn as something else and told beside. */
export function arabicPdf(lines: readonly string[]): Uint8Array {
  const hex = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');
  const drawn = lines.map((line, row) => [...line].reverse().map((letter, i) => (letter === ' ' ? '' : `1 0 0 1 ${72 + 7 * i} ${720 - 20 * row} Tm /Span<</ActualText <${hex(letter)}>>> BDC (n) Tj EMC`)).join(' ')); // prettier-ignore
  return pdfOf(strToU8(`/ReversedChars BMC BT /F 12 Tf ${drawn.join(' ')} ET EMC`));
}
