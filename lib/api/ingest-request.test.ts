import ainAlAsad from '../../data/articles/ain-al-asad.json';
import nafusa from '../../data/articles/nafusa-floods.json';
import { arabicPdf } from '../../scripts/jest/documents';
import { TestStores } from '../../scripts/jest/test-stores';
import { closeReaders } from '../ingest/read-file';
import type { Store } from '../store/store';
import { problemResponse } from './errors';
import { ingestRequest, readRequest, type IngestAnswer, type ReadAnswer } from './ingest-request';
import { MAX_FILES } from './read-upload';

jest.setTimeout(120_000);
const stores = new TestStores();
let store: Store;
beforeEach(async () => {
  store = await stores.open('sqlite');
});
afterEach(() => stores.clear());
afterAll(closeReaders);

type Files = readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[];

function form(files: Files, tags: readonly string[] = []): FormData {
  const data = new FormData();
  for (const [name, content] of files) data.append('file', new File([content], name));
  for (const tag of tags) data.append('tag', tag);
  return data;
}

const post = (body: BodyInit, type?: string) =>
  new Request('http://127.0.0.1/api/ingest', { method: 'POST', body, ...(type ? { headers: { 'content-type': type } } : {}) });
const ask = (request: Request) => ingestRequest(request, store).catch(problemResponse);

describe('POST /api/ingest', () => {
  it('tells of each file what became of it, in their order', async () => {
    const files: Files = [
      ['a.txt', ainAlAsad.text],
      ['b.html', `<p>بغداد (خاص) ـ ${ainAlAsad.text.replaceAll('\n', '<p>')}</p>`],
      ['c.exe', 'MZ'],
      ['d.txt', 'Un texte en français sur la guerre à Alep, avec beaucoup de mots pour être sûr de la langue que nous lisons ici.'],
      ['e.txt', ainAlAsad.text],
      ['f.docx', 'PK broken'],
      ['g.md', `# سيول\n\n${nafusa.text}`],
    ];
    const response = await ask(post(form(files, ['x', 'ي'])));
    const { results } = (await response.json()) as IngestAnswer;
    expect(results.map(({ name, outcome, problem }) => [name, outcome, problem?.code])).toEqual([
      ['a.txt', 'saved', undefined],
      ['b.html', 'alike', undefined],
      ['c.exe', 'failed', 'unsupported'],
      ['d.txt', 'failed', 'language-not-read'],
      ['e.txt', 'known', undefined],
      ['f.docx', 'failed', 'unreadable'],
      ['g.md', 'saved', undefined],
    ]);
    expect(results[1]?.alikeTo).toBe(results[0]?.id);
    const { items } = await store.list({ firstOnly: true });
    expect(items.map(({ title, alike, tags, incidents }) => [title, alike, tags, incidents > 0])).toEqual([
      ['سيول', 0, ['x', 'ي'], true],
      ['a', 1, ['x', 'ي'], true],
    ]);
    expect((await store.snapshot(results[0]?.id ?? '', null))?.headers).toEqual({ 'x-file-name': 'a.txt' });
  });

  it('says of a PDF whose letters were lost that its text is to be looked at', async () => {
    const lines = ['سقط صاروخان قرب ميناء البصرة يوم الثلاثاء وأصيب أربعة عمال بجروح', 'وقالت الشرطة إن الهجوم وقع فجرا'];
    const parted = lines.map((line) => [...line.replaceAll(' ', '')].join(' '));
    const files: Files = [
      ['whole.pdf', new Uint8Array(arabicPdf(lines))],
      ['parted.pdf', new Uint8Array(arabicPdf(parted))],
    ];
    const { results } = (await (await ask(post(form(files)))).json()) as IngestAnswer;
    expect(results.map(({ name, outcome, isDoubtful }) => [name, outcome, isDoubtful])).toEqual([
      ['whole.pdf', 'saved', false],
      ['parted.pdf', 'saved', true],
    ]);
  });

  it('takes hundreds of files at once', async () => {
    const files = Array.from({ length: 120 }, (_, i) => [`${i}.txt`, i % 2 ? 'MZ'.repeat(i) : ''] as const);
    const { results } = (await (await ask(post(form(files)))).json()) as IngestAnswer;
    expect(results.map(({ name }) => name)).toEqual(files.map(([name]) => name));
  });

  it.each<[string, () => Request, number]>([
    ['no file', () => post(form([])), 400],
    ['a field of words in place of a file', () => post(new URLSearchParams({ file: 'x' })), 415],
    ['a form without its boundary', () => post('x', 'multipart/form-data'), 400],
    [
      'a form that breaks off',
      () => post('--x\r\nContent-Disposition: form-data; name="file"; filename="a', 'multipart/form-data; boundary=x'),
      400,
    ],
    ['too many files', () => post(form(Array.from({ length: MAX_FILES + 1 }, (_, i) => [`${i}.txt`, '']))), 413],
    ['tags of two lines', () => post(form([['a.txt', 'x']], ['a\nb'])), 400],
    ['no body', () => new Request('http://127.0.0.1/', { method: 'POST' }), 415],
    ['JSON without an address', () => post('{}', 'application/json'), 400],
    ['an address that is none', () => post('{"url":"file:///etc/passwd"}', 'application/json'), 400],
    ['an array', () => post('[]', 'application/json'), 400],
    ['another media type', () => post('x', 'text/plain'), 415],
  ])('refuses %s', async (_, make, status) => {
    const response = await ask(make());
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect((await store.size()).articles).toBe(0);
  });

  it('does not fetch from its own network', async () => {
    const response = await ask(post('{"url":"http://127.0.0.1:3000/"}', 'application/json'));
    const { results } = (await response.json()) as IngestAnswer;
    expect(results).toMatchObject([{ outcome: 'failed', problem: { code: expect.stringMatching(/address/) as string } }]);
  });
});

describe('POST /api/read', () => {
  it('gives the article and keeps nothing', async () => {
    const response = await readRequest(post(form([['news.md', `---\ntitle: T\ndate: 2024-08-06\nauthor: A. B.\n---\n${ainAlAsad.text}`]])));
    const { article, byline } = (await response.json()) as ReadAnswer;
    expect(article).toMatchObject({ title: 'T', publishedAt: '2024-08-06' });
    expect(article.text.startsWith(ainAlAsad.text.slice(0, 40))).toBe(true);
    expect([byline, (await store.size()).articles]).toEqual(['A. B.', 0]);
  });

  it.each<[string, () => Request, number, string]>([
    ['a file that is not read', () => post(form([['a.jpg', 'x']])), 422, 'unsupported'],
    ['an address in the network', () => post('{"url":"http://10.0.0.1/"}', 'application/json'), 422, 'address-refused'],
    [
      'two files',
      () =>
        post(
          form([
            ['a.txt', 'x'],
            ['b.txt', 'y'],
          ]),
        ),
      400,
      '2 files',
    ],
  ])('refuses %s', async (_, make, status, got) => {
    const response = await readRequest(make());
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ got }] });
  });
});
