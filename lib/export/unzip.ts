import { fromBufferPromise, type Entry } from 'yauzl';
import { FILE_NAME } from './bundle-format';

const MIB = 2 ** 20;
/** A bundle has some ten files; nothing that it may rightly hold comes near these. */
export const UNZIP_LIMITS = {
  entries: 64,
  /** Of all files together, unpacked. */
  bytes: 256 * MIB,
  /** Unpacked to packed, of a file larger than `ratioFrom`: text packs some ten times, a bomb a thousand times. */
  ratio: 200,
  ratioFrom: 8 * MIB,
};

/**
 * The files of a zip archive from an unknown hand, in memory. Throws an error that says why where it is no zip archive,
 * is damaged, holds a name that is not plain (folders and ways out of them among these) or that comes twice, a link, a
 * packed or encrypted file that cannot be read, or more than `limits` allow. Nothing is unpacked beyond them.
 */
export async function unzip(bytes: Uint8Array, limits = UNZIP_LIMITS): Promise<Map<string, Uint8Array>> {
  const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    strictFileNames: true,
  });
  if (archive.entryCount > limits.entries) throw new Error(`wanted at most ${limits.entries} files, got ${archive.entryCount}`);
  const files = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  let total = 0;
  for await (const entry of archive.eachEntry()) {
    check(entry, limits);
    const key = entry.fileName.toLowerCase();
    if (taken.has(key)) throw new Error(`wanted each name once, got ${entry.fileName} twice`);
    taken.add(key);
    total += entry.uncompressedSize;
    if (total > limits.bytes) throw new Error(`wanted at most ${limits.bytes} bytes, got more`);
    const header = await archive.readLocalFileHeaderPromise(entry);
    // Some programs go by the directory, some by the file's own header: they must read the same.
    if (header.fileName.toString('utf8') !== entry.fileName) throw new Error(`${entry.fileName}: wanted one name, got two`);
    // yauzl breaks off where a file unpacks to more, or less, than it said.
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks));
  }
  return files;
}

/** The mode's file type in the upper half of a Unix entry's attributes. */
const FILE_TYPE = 0o170000;
const REGULAR_FILE = 0o100000;

function check(entry: Entry, limits: typeof UNZIP_LIMITS): void {
  const name = entry.fileName;
  if (!FILE_NAME.test(name)) throw new Error(`wanted plain file names, got ${JSON.stringify(name)}`);
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR_FILE) throw new Error(`${name}: wanted a file, got a link or a device`);
  if (!entry.canDecodeFileData()) throw new Error(`${name}: wanted a file that can be read, got an encrypted one or another compression`);
  if (entry.uncompressedSize > limits.ratioFrom && entry.uncompressedSize > entry.compressedSize * limits.ratio)
    throw new Error(`${name}: wanted a file that packs at most ${limits.ratio} times, got more`);
}
