// Prints what pdf.js finds in the PDF on standard input, as JSON. A process of its own: the library is an ES module, which Jest does not load.
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const document = await getDocument({ data: new Uint8Array(await buffer(process.stdin)), verbosity: 0 }).promise;
const page = await document.getPage(1);
const { items } = await page.getTextContent();
process.stdout.write(JSON.stringify({ pages: document.numPages, view: page.view, items }));
