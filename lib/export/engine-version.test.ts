import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { version } from '../../package.json';
import { engineVersion, engineVersionIn } from './engine-version';

describe('engineVersionIn', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'engine-'));
    for (const folder of ['lib', 'data/lexicon', 'data/models', 'data/messages', 'data/gazetteer'])
      cpSync(folder, path.join(root, folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('is the package’s version with a hash, and the same for the same sources', () => {
    expect(engineVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
    expect(engineVersion().startsWith(`${version}+`)).toBe(true);
    expect(engineVersionIn(root)).toBe(engineVersion());
  });

  test.each(['lib/geoparse.ts', 'lib/text/tokenize.ts', 'lib/incidents/dates/read-dates.ts', 'data/lexicon/ar/months.json'])(
    'is another where %s is another',
    (file) => {
      writeFileSync(path.join(root, file), '\n', { flag: 'a' });
      expect(engineVersionIn(root)).not.toBe(engineVersion());
    },
  );

  test.each(['lib/geoparse.test.ts', 'lib/export/kml.ts', 'data/messages/en/desk.json'])('does not go by %s', (file) => {
    writeFileSync(path.join(root, file), '\n', { flag: 'a' });
    expect(engineVersionIn(root)).toBe(engineVersion());
  });

  test('does not go by line ends', () => {
    mkdirSync(path.join(root, 'lib/review'), { recursive: true });
    writeFileSync(path.join(root, 'lib/review/x.ts'), 'a\nb\n');
    const unix = engineVersionIn(root);
    writeFileSync(path.join(root, 'lib/review/x.ts'), 'a\r\nb\r\n');
    expect(engineVersionIn(root)).toBe(unix);
    expect(unix).not.toBe(engineVersion());
  });
});
