import { gzipSync, strToU8, zipSync } from 'fflate';
import { arabicPdf, docxOf, pdfOf } from '../../scripts/jest/documents';
import { IngestError } from './ingest-error';
import { closeReaders, readFeed, readFile, readPage } from './read-file';
import { Readers } from './worker/readers';

jest.setTimeout(120_000);
afterAll(closeReaders);

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const NEWS = 'Two rockets hit the port of Basra on Tuesday, the police said. Four workers were injured.';
const LONG = Array.from(
  { length: 6 },
  (_, i) => `<p>${NEWS} Part ${i + 1} of the report, with some more words, so that it is long enough.</p>`,
).join('\n');

/** A Word document of these paragraphs. */
function docx(paragraphs: readonly string[], core = ''): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return docxOf(`<?xml version="1.0"?><w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`, core);
}

/** A PDF of one page with these lines, each so many points below the one before. */
function pdf(lines: readonly (readonly [string, number])[], info = ''): Uint8Array {
  const drawn = lines.map(([text, down]) => `0 -${down} Td (${text}) Tj`).join(' ');
  return pdfOf(strToU8(`BT /F 12 Tf 72 720 Td ${drawn} ET`), { info });
}

describe('a file is read by its kind', () => {
  it.each([
    ['text', 'a.txt', bytes(`Rockets hit port\n\n${NEWS}`), { title: 'Rockets hit port', text: `Rockets hit port\n\n${NEWS}` }],
    ['text without a title', 'port of Basra.txt', bytes(NEWS), { title: 'port of Basra', text: NEWS }],
    ['Arabic in windows-1256', 'a.txt', Uint8Array.from([0xc7, 0xe1, 0xda, 0xd1, 0xc7, 0xde]), { text: 'العراق' }],
    ['UTF-16', 'a.txt', Uint8Array.from([0xff, 0xfe, 0x27, 0x06, 0x44, 0x06]), { text: 'ال' }],
    [
      'Markdown',
      'a.md',
      bytes(`---\ntitle: Port hit\ndate: 2024-08-06\n---\n# H\n\nTwo **rockets** hit [Basra](http://x.y).\n\n<script>x</script>`),
      { title: 'Port hit', publishedAt: '2024-08-06', text: 'H\n\nTwo rockets hit Basra.' },
    ],
    [
      'a page',
      'a.html',
      bytes(
        `<html lang="en"><head><title>T</title><meta charset=utf-8></head><body><nav>Home</nav><script>var a = "b"</script><article><h1>T</h1>${LONG}</article></body></html>`,
      ),
      { title: 'T', language: 'en' },
    ],
    [
      'a page without a body',
      'a.htm',
      bytes('<!doctype html><html lang=ar dir=rtl><p>سقط صاروخان قرب البصرة.<p>وأصيب أربعة.'),
      { text: 'سقط صاروخان قرب البصرة.\n\nوأصيب أربعة.', language: 'ar' },
    ],
    [
      'Word',
      'a.docx',
      docx([NEWS, 'سقط صاروخان.'], '<c xmlns:dc="x"><dc:title>A &amp; B</dc:title><dc:creator>R. K.</dc:creator></c>'),
      { text: `${NEWS}\n\nسقط صاروخان.`, title: 'A & B', byline: 'R. K.' },
    ],
    [
      'PDF',
      'a.pdf',
      pdf(
        [
          ['Two rockets hit the port of', 0],
          ['Basra on Tuesday, the author-', 14],
          ['ities said.', 14],
          ['Four were injured.', 40],
        ],
        '/Title(Port hit)',
      ),
      { text: 'Two rockets hit the port of Basra on Tuesday, the authorities said.\n\nFour were injured.', title: 'Port hit' },
    ],
    [
      'mail',
      'a.eml',
      bytes(
        `From: Desk <desk@wire.example>\r\nSubject: =?utf-8?b?2LXYp9ix2YjYrg==?=\r\nDate: Tue, 6 Aug 2024 10:00:00 +0300\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${NEWS}\r\n`,
      ),
      { text: NEWS, title: 'صاروخ', source: 'Desk', publishedAt: '2024-08-06T07:00:00Z' },
    ],
    [
      'mail of a page alone',
      'a.eml',
      bytes(`From: a@b.example\r\nSubject: S\r\nContent-Type: text/html\r\n\r\n<p>${NEWS}</p><script>1</script>`),
      { text: NEWS },
    ],
  ])('%s', async (_, name, given, wanted) => {
    expect(await readFile(name, given)).toMatchObject(wanted);
  });

  it('Arabic in a PDF by what the file says its letters are, and by where they lie', async () => {
    const lines = ['سقط صاروخان قرب ميناء البصرة يوم الثلاثاء', 'وأصيب أربعة عمال بجروح، وفق ما أعلنته الشرطة.'];
    const { text, isDoubtful } = await readFile('a.pdf', arabicPdf(lines));
    expect(text).toBe(lines.join(' '));
    expect(isDoubtful).toBeUndefined();
  });

  it('Arabic in a PDF whose letters are lost, and says so', async () => {
    const parted = [...'سقط صاروخان قرب ميناء البصرة يوم الثلاثاء'].filter((letter) => letter !== ' ').join(' ');
    expect(await readFile('a.pdf', arabicPdf([parted]))).toMatchObject({ text: parted, isDoubtful: true });
  });

  it('of a page the article, without what stands around it, and nothing of its scripts', async () => {
    const { text } = await readFile(
      'a.html',
      bytes(
        `<body><nav><a href=/>Home</a> <a href=/x>Sport</a></nav><script>document.body.innerHTML = 'owned'</script><article>${LONG}</article><footer>Imprint</footer></body>`,
      ),
    );
    expect(text).toContain('Part 6 of the report');
    expect(text).not.toMatch(/Home|Imprint|owned/);
  });
});

describe('a page under an address', () => {
  const at = 'https://www.wire.example/news/1?utm=x';
  const page = (html: string, type = 'text/html; charset=utf-8') =>
    readPage({ url: at, status: 200, headers: { 'content-type': type }, bytes: bytes(html), fetchedAt: '2024-08-07T00:00:00Z' });

  it('is told of by its metadata: JSON-LD first', async () => {
    const ld = {
      '@graph': [
        { '@type': 'WebSite' },
        {
          '@type': ['NewsArticle'],
          headline: 'Rockets hit Basra',
          datePublished: '2024-08-06T10:00:00+03:00',
          author: [{ name: 'A. B.' }, 'C. D.'],
          publisher: { name: 'The Wire' },
          inLanguage: 'en',
        },
      ],
    };
    const html = `<html lang="ar"><head><title>x | y</title><link rel="canonical" href="/news/1"><script type="application/ld+json">not json</script><script type="application/ld+json">${JSON.stringify(ld)}</script></head><body><article>${LONG}</article></body></html>`;
    expect(await page(html)).toMatchObject({
      ...{ title: 'Rockets hit Basra', byline: 'A. B., C. D.', publishedAt: '2024-08-06T10:00:00+03:00', source: 'The Wire' },
      ...{ language: 'en', url: 'https://www.wire.example/news/1' },
    });
  });

  it('is believed neither another host’s address nor a language that its text is not in', async () => {
    const html = `<html lang="ar"><head><link rel="canonical" href="https://other.example/1"><meta property="og:title" content="T"><meta property="article:published_time" content="yesterday"><meta name="date" content="2024-08-06"></head><body><article>${LONG}</article></body></html>`;
    expect(await page(html)).toMatchObject({ url: at, language: null, title: 'T', publishedAt: '2024-08-06', source: 'wire.example' });
  });

  it.each([
    ['without an article', '<html><body><script>load()</script><div id=app></div></body></html>', 'text/html', 'no-text'],
    ['of a kind that is not read', 'x', 'image/png', 'unsupported'],
    ['of a kind that nobody knows', 'x', 'application/octet-stream', 'unsupported'],
  ])('%s is refused', async (_, html, type, code) => {
    await expect(page(html, type)).rejects.toMatchObject({ code });
  });
});

describe('a feed', () => {
  const feed = (text: string) => readFeed({ url: 'https://wire.example/rss', status: 200, headers: {}, bytes: bytes(text), fetchedAt: '' });

  it.each([
    [
      'RSS',
      '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title><item><title>A &amp; B</title><link>/1</link><dc:creator>R. K.</dc:creator><pubDate>Tue, 06 Aug 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;Short&lt;/p&gt;</description></item></channel></rss>',
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>x</id><updated>2024-08-06T10:00:00Z</updated><entry><id>urn:1</id><title type="html">A &amp;amp; B</title><link rel="self" href="/no"/><link href="/1"/><author><name>R. K.</name></author><published>2024-08-06T10:00:00.000Z</published><updated>2024-08-07T10:00:00Z</updated><summary type="html">&lt;p&gt;Short&lt;/p&gt;</summary></entry></feed>',
    ],
  ])('%s', async (_, text) => {
    const { title, entries } = await feed(text);
    expect(title).toBe('Wire');
    expect(entries).toMatchObject([{ url: 'https://wire.example/1', title: 'A & B', byline: 'R. K.', text: 'Short' }]);
    expect(new Date(entries[0]?.publishedAt ?? '').toISOString()).toBe('2024-08-06T10:00:00.000Z');
  });

  it('with entities of its own is refused, whatever they would grow to', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(100)}">${[...'bcdefghi'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefgh'[i]};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&i;</title></channel></rss>`;
    await expect(feed(bomb)).rejects.toMatchObject({ code: 'unreadable' });
    await expect(
      feed('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>'),
    ).rejects.toMatchObject({ code: 'unreadable' });
  });

  it.each([
    ['a page', '<html><body>x</body></html>'],
    ['nothing', ''],
    ['broken', '<rss version="2.0"><channel><item>'],
    ['nested without end', `<rss version="2.0"><channel>${'<a>'.repeat(50_000)}`],
  ])('that is %s is refused, or has nothing', async (_, text) => {
    const read = await feed(text).catch((error: unknown) => error);
    if (!(read instanceof IngestError)) expect((read as { entries: unknown[] }).entries).toEqual([]);
  });
});

describe('a file that is made to do harm is refused, and the next one is read', () => {
  const zeros = new Uint8Array(60_000_000);
  const nested = (depth: number) => '<div>'.repeat(depth) + NEWS + '</div>'.repeat(depth);
  const mail = (depth: number) =>
    Array.from({ length: depth }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('');

  it.each<[string, string, () => Uint8Array, readonly string[]]>([
    ['a zip bomb as Word', 'a.docx', () => zipSync({ 'word/document.xml': zeros }), ['too-large']],
    [
      'a zip of ten thousand files',
      'a.docx',
      () => zipSync(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, strToU8('x')]))),
      ['too-large'],
    ],
    ['an archive that is none', 'a.docx', () => bytes('PK\u0003\u0004 and nothing behind'), ['unreadable']],
    ['another file under Word’s name', 'a.docx', () => gzipSync(bytes('x')), ['unreadable']],
    [
      'Word with entities',
      'a.docx',
      () => {
        const made = strToU8(
          '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>',
        );
        return zipSync({ 'word/document.xml': made });
      },
      ['unreadable', 'no-text'],
    ],
    ['a PDF that is none', 'a.pdf', () => bytes('%PDF-1.7 and nothing behind'), ['unreadable', 'no-text']],
    ['a PDF without text', 'a.pdf', () => pdf([]), ['no-text']],
    [
      'a PDF whose pages go round',
      'a.pdf',
      () =>
        bytes(
          '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
        ),
      ['unreadable', 'no-text'],
    ],
    ['mail nested without end', 'a.eml', () => bytes(`From: a@b.example\r\n${mail(400)}${NEWS}`), ['unreadable', 'no-text']],
    ['mail of headers alone', 'a.eml', () => bytes(`From: a@b.example\r\nX: ${'y'.repeat(1_000_000)}\r\n\r\n`), ['unreadable', 'no-text']],
    ['a page of a hundred thousand elements', 'a.html', () => bytes('<p>x</p>'.repeat(100_000)), ['unreadable']],
    ['nothing', 'a.txt', () => new Uint8Array(), ['no-text']],
    ['white space alone', 'a.html', () => bytes('<p> &nbsp; </p>'), ['no-text']],
    ['a program', 'a.exe', () => bytes('MZ'), ['unsupported']],
    ['a file without a name', '', () => bytes(NEWS), ['unsupported']],
    ['a file that is too long', 'a.txt', () => new Uint8Array(40_000_000), ['too-large']],
  ])('%s', async (_, name, make, codes) => {
    const error: unknown = await readFile(name, make()).catch((told: unknown) => told);
    expect(error).toBeInstanceOf(IngestError);
    expect(codes).toContain((error as IngestError).code);
    expect((await readFile('b.txt', bytes(NEWS))).text).toBe(NEWS);
  });

  it('a page nested deeper than browsers keep is refused', async () => {
    expect(await readFile('a.html', bytes(nested(300)))).toMatchObject({ text: NEWS });
    for (const depth of [2_000, 20_000])
      await expect(readFile('a.html', bytes(nested(depth)))).rejects.toMatchObject({ code: 'unreadable' });
    expect((await readFile('b.txt', bytes(NEWS))).text).toBe(NEWS);
  });

  it('one line of ten million letters is read', async () => {
    await expect(readFile('a.txt', bytes('x'.repeat(10_000_000)))).resolves.toMatchObject({ title: 'a' });
  });

  it('what takes too long ends its reader and nobody else', async () => {
    const readers = new Readers(1, 512, 1);
    const job = { kind: 'txt', bytes: bytes(NEWS), at: null, charset: null } as const;
    await expect(readers.run(job)).rejects.toMatchObject({ code: 'too-slow' });
    const patient = new Readers(60_000, 512, 1);
    expect(await patient.run(job)).toMatchObject({ document: { text: NEWS } });
    await Promise.all([readers.close(), patient.close()]);
  });
});
