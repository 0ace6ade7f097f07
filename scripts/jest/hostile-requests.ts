import { gzipSync } from 'node:zlib';
import type { Operation } from '../../lib/api/openapi/operation';
import { seeded } from './generated-articles';
import { HOSTILE_FILES, hostileFile, multipart } from './hostile-files';

/** A request as it goes over the wire. */
export interface HostileRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

/** One in so many has a line of 10 MB, or 10 MB that come as a few kB. */
const RARE = 400;
const LONG_LINE = 10_000_000;
/** Of the requests to what takes files. */
const UPLOADS = 0.5;

const WORDS = [
  '', ' ', '0', '-1', '1', '50', '1e999', 'NaN', '٣٤', '99999999999999999999', 'null', 'undefined', 'true', '[]', '{}',
  'Baghdad', 'بغداد', 'عين الأسد', '\u202eبغداد\u202c', '\u2066x\u2069', 'e\u0301'.repeat(300), '\ufeff', '😀'.repeat(50),
  '\0', 'a\0b', '\r\nset-cookie: x=1', '\u001b[31m', '\ud800', '../../../../etc/passwd', '..%2f..%2f', '%', '%zz', '%E0%A4%A', 'C:\\con',
  "' OR 1=1 --", '"; DROP TABLE articles; --', '$1', '?', ':x', '\\', "a' & !b | (c", 'NEAR(a b)', 'a* AND "b', '"', '*', '(', '^a', 'a:b',
  '<script>alert(1)</script>', '<!ENTITY x SYSTEM "file:///etc/passwd">', '{{7*7}}', '${7*7}', '=1+1', '__proto__', 'constructor', 'toString',
  'Battles', 'Battles,Riots', 'reported', 'IQ', 'iq', 'XX', 'ar', 'en', 'town', 'day', 'month', 'json', 'kml', 'geojson', 'saved',
  '2024-08-06', '2024-02-30', '0000-01-01', '9999-12-31', '-0001-01-01', '+275760-09-13', '2024-08-06T25:00:00Z', '2024-08-06T10:00:00+99:99', '../..', '2024-01-01/..', '/', '2024-08-06/2024-08-01',
  '1,2,3,4', '-180,-90,180,90', '170,-10,-170,10', '1,2,3', 'a,b,c,d', '1e308,0,1,1', '180,90,180,90', '0,0,0,0', ',,,', '-0,-0,0,0', '1,2,3,4,5,6', '5_5', '-1_-1', '999999999999999_1', '1__2',
  'geonames:99532', 'http://127.0.0.1/', 'javascript:alert(1)', 'https://example.invalid/',
]; /* prettier-ignore */ // a line for each kind of value, not for each value

const ENTITIES = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><x>&j;</x>`;

/** Requests that an attacker, a broken client or a hurried hand might send, to all operations by turns: always the same for a seed. */
export function* hostileRequests(seed: number, operations: readonly Operation[]): Generator<HostileRequest> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number) => random() < share;
  const word = (): string => (chance(1 / RARE) ? 'ب'.repeat(20_000) : chance(0.1) ? pick(WORDS) + pick(WORDS) : pick(WORDS));
  const inAddress = (text: string): string =>
    chance(0.05) ? text.replace(/[^\x21-\x7e]|[?#]/g, '') : encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
  const value = (depth: number): unknown => {
    const kind = random();
    if (kind < 0.45 || depth > 3) return word();
    if (kind < 0.6) return pick([0, -1, 1.5, 1e308, 2 ** 53, null, true, false]);
    if (kind < 0.8) return Array.from({ length: Math.floor(random() * 4) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: Math.floor(random() * 4) }, () => [word(), value(depth + 1)]));
  };
  const query = ({ query: form }: Operation): string => {
    const names = Object.keys(form?.shape ?? {}).filter(() => chance(0.3));
    if (chance(0.1)) names.push(word());
    if (chance(0.05)) names.push(...names);
    return names.map((name) => `${inAddress(name)}=${inAddress(word())}`).join('&');
  };
  const article = () => ({
    text: chance(1 / 40) ? `${word()} قصف بغداد. ${'س'.repeat(LONG_LINE / 10)}` : `${word()} قصفت طائرات مدينة غزة يوم الاثنين ${word()}`,
    title: word(),
    ...(chance(0.3) ? { publishedAt: word() } : {}),
    ...(chance(0.3) ? { language: word() } : {}),
  });
  const span = () => ({ start: pick([0, -1, 5, 1e9, 1.5]), end: pick([0, 3, -5, 1e9]) });
  const likely = (): unknown =>
    pick<() => unknown>([
      article,
      () => ({ article: article() }),
      () => ({
        article: article(),
        corrections: [
          {
            id: word(),
            at: '2024-08-06T10:00:00Z',
            by: word(),
            change: { action: pick(['confirm', 'notPlace', 'choose', 'edit']), mentions: [span()] },
          },
        ],
      }),
      () => ({ corrections: [{ id: word(), at: word(), by: null, change: { action: 'notPlace', mentions: [span(), span()] } }] }),
      () => ({ name: word() }),
      () => ({ tags: [word(), word()] }),
      () => ({ articles: [word()], add: [word()], remove: [word()] }),
      () => ({ add: [word()], remove: [word()] }),
      () => ({ links: [{ a: word(), b: word(), state: pick(['same', 'cut', word()]) }], by: word() }),
      () => ({ url: pick(['https://example.invalid/hook', word()]), filter: { [pick(['type', 'bbox', 'q', word()])]: word() } }),
    ])();
  const bytes = (): Uint8Array => {
    const kind = random();
    if (kind < 0.5) return utf8(JSON.stringify(likely()));
    if (kind < 0.75) return utf8(JSON.stringify(value(0)));
    if (kind < 0.8) return utf8(JSON.stringify(likely()).slice(0, -1 - Math.floor(random() * 10)));
    if (kind < 0.85) return Uint8Array.from({ length: 200 }, () => Math.floor(random() * 256));
    if (kind < 0.9)
      return utf8(pick(['', ' ', '\ufeff{}', '[', '"', '{"text":', 'null', '1', ENTITIES, '<html><script>alert(1)</script></html>']));
    if (kind < 0.95) return utf8('[{"a":'.repeat(5_000));
    return utf8(`{"text":"${'a'.repeat(1_000)}","__proto__":{"x":1},"constructor":{"prototype":{"y":1}}}`);
  };

  for (let i = 0; ; i++) {
    const operation = pick(operations);
    const path = operation.path.replace(/\{\w+\}/g, () => inAddress(word()) || 'x');
    const asked = query(operation);
    const headers: Record<string, string> = {};
    if (chance(0.2)) headers['accept-language'] = pick(['ar', 'x'.repeat(5_000), 'en;q=NaN', ';;;,,,', 'ar;q=1e999, en;q=-1']);
    if (chance(0.1)) headers['if-none-match'] = pick(['*', '"x"', 'W/', ','.repeat(3_000)]);
    if (chance(0.1)) headers['x-forwarded-host'] = pick(['evil.example', 'a b', '"><script>', 'x'.repeat(3_000), '[::1]:99999']);
    if (chance(0.1)) headers['x-forwarded-proto'] = pick(['https', 'javascript', 'http,https', '']);
    if (chance(0.05)) headers.cookie = 'x'.repeat(3_000);
    if (chance(0.05)) headers.range = pick(['bytes=0-0', 'bytes=-1', 'bytes=99999999999999999999-', 'x']);
    let body: Uint8Array | null = null;
    if (operation.method !== 'get') {
      headers['content-type'] = chance(0.9)
        ? 'application/json'
        : pick(['text/plain', '', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16', 'x'.repeat(2_000)]);
      body = bytes();
      if (chance(1 / RARE)) body = utf8(`{"text":"${'x'.repeat(LONG_LINE)}"}`);
      if (chance(1 / 50)) {
        headers['content-encoding'] = 'gzip';
        body = gzipSync(chance(0.2) ? new Uint8Array(LONG_LINE) : body);
      }
      if (takesFiles(operation) && chance(UPLOADS)) {
        const files = Array.from({ length: chance(0.3) ? 3 : 1 }, () => hostileFile(pick(HOSTILE_FILES)));
        const form = multipart(files, chance(0.95) ? 'file' : word());
        delete headers['content-encoding'];
        headers['content-type'] = form.type;
        body = chance(0.05) ? form.body.slice(0, form.body.length / 2) : form.body;
      }
    }
    yield { method: operation.method.toUpperCase(), path: asked === '' ? path : `${path}?${asked}`, headers, body };
  }
}

/** Either takes a form with files beside its JSON. */
function takesFiles({ id }: Operation): boolean {
  return id === 'ingest' || id === 'readSource';
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
