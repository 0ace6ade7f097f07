import { buffer } from 'node:stream/consumers';
import mammoth from 'mammoth';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { toDocument, type ReadDocument } from '../document';
import { IngestError } from '../ingest-error';

const MAX_ENTRIES = 2_000;
/** Unpacked, all together. */
const MAX_BYTES = 100_000_000;
const MAX_RATIO = 200;
const MAX_XML = 30_000_000;
const PROPERTIES = 'docProps/core.xml';

/** A Word document. What it would unpack to is looked at before anything is unpacked. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const properties = await checkedProperties(bytes);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return toDocument(value, { title: tagged(properties, 'dc:title'), byline: tagged(properties, 'dc:creator') });
}

/** Goes through the archive's list, and gives the document's properties. */
async function checkedProperties(bytes: Uint8Array): Promise<string> {
  const zip = await opened(bytes);
  let properties = '';
  let total = 0;
  let entries = 0;
  for await (const entry of entriesOf(zip)) {
    entries++;
    total += entry.uncompressedSize;
    const isBomb = entry.uncompressedSize > MAX_XML && /\.xml$/i.test(entry.fileName);
    if (entries > MAX_ENTRIES || total > MAX_BYTES || isBomb || total > Math.max(1_000_000, bytes.length * MAX_RATIO))
      throw new IngestError('too-large', 'the document unpacks to more than a document holds');
    if (entry.fileName !== PROPERTIES || entry.uncompressedSize > 100_000) continue;
    properties = (await buffer(await streamOf(zip, entry))).toString('utf8');
  }
  return properties;
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // yauzl checks each size against what is said in the list when it unpacks; mammoth's own reader does so too.
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new IngestError('unreadable', `wanted a Word document, got no archive: ${error.message}`, { cause: error }));
      else resolve(zip);
    });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const done = (value: Entry | null) => {
        zip.removeAllListeners();
        resolve(value);
      };
      zip
        .once('entry', done)
        .once('end', () => done(null))
        .once('error', reject);
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

function streamOf(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))));
}

function tagged(xml: string, tag: string): string | null {
  const found = new RegExp(`<${tag}[^>]{0,200}>([^<]{1,2000})</${tag}>`).exec(xml)?.[1] ?? null;
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return found && found.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => named[name] ?? whole);
}
