import { pipeline, Readable, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { codeOf, IngestError } from '../ingest-error';

/** So much may come of a short body before its ratio counts: a page of one word repeated is no bomb. */
const FREE_BYTES = 1_000_000;

/** Reads a body to its end, unpacks it, and gives up as soon as it is too much. */
export async function readBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  limits: { readonly bytes: number; readonly ratio: number },
  signal: AbortSignal,
): Promise<Uint8Array> {
  // What is destroyed before its end says so, when nobody wants to know any more.
  body.on('error', () => undefined);
  const wire = { bytes: 0 };
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of await unpack(counted(body, wire, limits.bytes), encodingOf(headers))) {
      signal.throwIfAborted();
      length += chunk.byteLength;
      if (length > limits.bytes) throw new IngestError('too-large', `wanted at most ${limits.bytes} bytes, got more`);
      if (length > FREE_BYTES && length > wire.bytes * limits.ratio)
        throw new IngestError('too-large', `wanted a body that grows at most ${limits.ratio} times when it is unpacked, got more`);
      chunks.push(chunk);
    }
  } catch (error) {
    const code = codeOf(error);
    if (!/^(Z_|ERR_BROTLI|ERR__ERROR)/.test(code)) throw error;
    throw new IngestError('unreadable', `the page cannot be unpacked: ${code}`, { cause: error });
  } finally {
    body.destroy();
  }
  return Buffer.concat(chunks, length);
}

/** How the body is packed; null where it is not. Packed twice is what nobody does who means well. */
function encodingOf(headers: Readonly<Record<string, string>>): string | null {
  const names = (headers['content-encoding'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const [kind, ...more] = names.filter((name) => name !== '' && name !== 'identity');
  if (more.length > 0) throw new IngestError('unreadable', `wanted a page that is packed once, got ${more.length + 1} times`);
  return kind ?? null;
}

async function* counted(body: Readable, wire: { bytes: number }, limit: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    wire.bytes += chunk.byteLength;
    if (wire.bytes > limit) throw new IngestError('too-large', `wanted at most ${limit} bytes, got more`);
    yield chunk;
  }
}

async function unpack(body: AsyncGenerator<Uint8Array>, kind: string | null): Promise<AsyncIterable<Uint8Array>> {
  if (kind === null) return body;
  if (kind === 'gzip' || kind === 'x-gzip') return through(body, createGunzip());
  if (kind === 'br') return through(body, createBrotliDecompress());
  if (kind !== 'deflate') throw new IngestError('unreadable', `wanted gzip, deflate or br, got ${JSON.stringify(kind.slice(0, 40))}`);
  const first = await body.next();
  if (first.done) return body;
  // The standard says zlib; some servers leave its head away. The low half of its first byte is always 8.
  const hasHead = ((first.value[0] ?? 0) & 0x0f) === 8;
  return through(prepend(first.value, body), hasHead ? createInflate() : createInflateRaw());
}

async function* prepend(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** What befalls either end is told where the result is read. */
function through(body: AsyncIterable<Uint8Array>, unpacker: Duplex): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(body), unpacker, () => undefined);
}
