import { readDump, writeDump } from './dump-file';
import type { DumpEntry } from './store';

const ENTRIES: DumpEntry[] = [
  { kind: 'shape', id: 's', geometry: { type: 'Point', coordinates: [1, 2] } },
  { kind: 'collection', id: 'c', name: 'عين الأسد', createdAt: 'x', articles: [] },
  { kind: 'link', a: 'a', b: 'b', state: 'cut', by: null, at: 'x' },
];

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('a dump', () => {
  it('is read as it was written', async () => {
    const lines = (await collect(writeDump(each(ENTRIES)))).map((line) => line.trimEnd());
    expect(await collect(readDump(each(lines)))).toEqual(ENTRIES);
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ['cut short', (lines) => lines.slice(0, -1), /ends too soon, at line 4/],
    ['empty', () => [], /ends too soon, at line 0/],
    ['missing an entry', (lines) => lines.filter((_, i) => i !== 2), /was changed/],
    ['changed', (lines) => lines.map((line) => line.replace('cut', 'same')), /was changed/],
    ['in another order', ([a = '', b = '', c = '', ...rest]) => [a, c, b, ...rest], /was changed/],
    ['going on behind its end', (lines) => [...lines, '{}'], /line 6: .*behind its end/],
    ['no dump at all', () => ['<html>'], /line 1: wanted JSON/],
    ['of another format', ([, ...rest]) => ['{"kind":"incident-map-store","format":2}', ...rest], /line 1: wanted/],
    ['with an entry that is none', ([a = '', , ...rest]) => [a, '{"kind":"shape"}', ...rest], /line 2: .*id/],
  ])('%s is refused', async (_, change, wanted) => {
    const lines = (await collect(writeDump(each(ENTRIES)))).map((line) => line.trimEnd());
    await expect(collect(readDump(each(change(lines))))).rejects.toThrow(wanted);
  });
});
