import { zipSync } from 'fflate';
import { unzip, UNZIP_LIMITS } from './unzip';

const bytes = (text: string) => new TextEncoder().encode(text);
const small = { ...UNZIP_LIMITS, entries: 3, bytes: 1000, ratioFrom: 500 };

/** The archive with one name written over by another of the same length, `which` time it stands there (0 its own header, 1 the directory). */
function renamed(archive: Uint8Array, from: string, to: string, which: 'all' | 'last'): Uint8Array {
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1))
    if (which === 'all' || copy.indexOf(from, at + 1) < 0) copy.write(to, at, 'latin1');
  return copy;
}

test('gives the files as they went in', async () => {
  const files = await unzip(zipSync({ 'a.txt': bytes('سلام'), 'b.txt': [bytes('stored'), { level: 0 }] }), small);
  expect([...files].map(([name, content]) => [name, new TextDecoder().decode(content)])).toEqual([
    ['a.txt', 'سلام'],
    ['b.txt', 'stored'],
  ]);
});

describe('refuses', () => {
  const two = zipSync({ 'aaaa.txt': bytes('a'), 'bbbb.txt': bytes('b') });
  test.each<[string, Uint8Array, RegExp]>([
    ['what is no zip archive', bytes('{"type":"FeatureCollection"}'), /./],
    ['nothing', new Uint8Array(), /./],
    ['an archive cut short', two.subarray(0, two.length - 30), /./],
    ['a way out of the folder', zipSync({ '../a.txt': bytes('a') }), /relative path|plain file names/],
    ['an absolute name', zipSync({ '/etc/a.txt': bytes('a') }), /absolute path|plain file names/],
    ['a backslash', zipSync({ '..\\a.txt': bytes('a') }), /invalid characters|plain file names/],
    ['a folder', zipSync({ 'a/b.txt': bytes('a') }), /plain file names/],
    ['a hidden file', zipSync({ '.a': bytes('a') }), /plain file names/],
    ['a name twice', renamed(two, 'bbbb', 'aaaa', 'all'), /each name once, got aaaa.txt twice/],
    ['a name twice but for its capitals', zipSync({ 'a.txt': bytes('a'), 'A.txt': bytes('a') }), /each name once/],
    ['a file with two names', renamed(two, 'bbbb', 'cccc', 'last'), /one name, got two/],
    ['too many files', zipSync({ a: bytes('a'), b: bytes('b'), c: bytes('c'), d: bytes('d') }), /at most 3 files, got 4/],
    [
      'too much in all',
      zipSync({ a: bytes('ab'.repeat(240)), b: bytes('ab'.repeat(240)), c: bytes('ab'.repeat(240)) }),
      /at most 1000 bytes/,
    ],
    ['a bomb', zipSync({ a: new Uint8Array(100_000) }), /packs at most 200 times/],
    ['a link', zipSync({ a: [bytes('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }), /got a link/],
  ])('%s', async (_, archive, message) => {
    await expect(unzip(archive, small)).rejects.toThrow(message);
  });

  test('a file that unpacks to more than it says', async () => {
    const archive = Buffer.from(zipSync({ a: bytes('ab'.repeat(100)) }));
    // The uncompressed size, in the directory: 24 bytes into its entry.
    archive.writeUInt32LE(10, archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    await expect(unzip(archive, small)).rejects.toThrow(/too many bytes/);
  });
});
