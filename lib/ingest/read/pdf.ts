import { createRequire } from 'node:module';
import path from 'node:path';
import { MAX_DOCUMENT_CHARACTERS, toDocument, type ReadDocument } from '../document';
import { IngestError } from '../ingest-error';
import { isDoubtful } from './letter-order';
import { withActualText } from './pdf-actual-text';
import { toParagraphs } from './pdf-lines';
import { refuseBombs } from './pdf-streams';

const MAX_PAGES = 500;

/** A PDF with text in it, its lines put together into paragraphs. Of a scanned one there is nothing to read. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  refuseBombs(file);
  const spelledOut = withActualText(file);
  if (spelledOut === null) return read(bytes);
  // Where the file takes no update, it is read without.
  return read(spelledOut).catch(() => read(bytes));
}

async function read(bytes: Uint8Array): Promise<ReadDocument> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = path.dirname(createRequire(path.join(process.cwd(), 'package.json')).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes),
    // Nothing of the file runs, nothing is drawn, nothing is fetched.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
    cMapUrl: path.join(home, 'cmaps/'),
    standardFontDataUrl: path.join(home, 'standard_fonts/'),
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES) throw new IngestError('too-large', `wanted a PDF of at most ${MAX_PAGES} pages, got ${pdf.numPages}`);
    const paragraphs: string[] = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      for (const paragraph of toParagraphs(items)) {
        paragraphs.push(paragraph);
        length += paragraph.length;
      }
      page.cleanup();
      if (length > MAX_DOCUMENT_CHARACTERS)
        throw new IngestError('too-large', `wanted at most ${MAX_DOCUMENT_CHARACTERS} characters, got more`);
    }
    if (length === 0) throw new IngestError('no-text', 'the PDF has no text: it may be a picture of pages');
    const document = toDocument(paragraphs.join('\n\n'), { title: await titleOf(pdf) });
    return isDoubtful(document.text) ? { ...document, isDoubtful: true } : document;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw new IngestError('unreadable', 'the PDF is locked with a password', { cause: error });
    if (name === 'InvalidPDFException')
      throw new IngestError('unreadable', 'wanted a PDF, got what cannot be read as one', { cause: error });
    throw error;
  } finally {
    await task.destroy();
  }
}

/** The title of the file's metadata, unless it is the name of a file that some program left there. */
async function titleOf(pdf: { getMetadata(): Promise<{ info: object }> }): Promise<string | null> {
  const { info } = await pdf.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
  return title === '' || /\.(docx?|indd|qxd|pdf|rtf|odt|tex)$/i.test(title) || /^(untitled|microsoft word)/i.test(title) ? null : title;
}
