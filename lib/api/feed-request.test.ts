import { GET } from '../../app/feed.atom/route';
import { generated } from '../../scripts/jest/contract';
import { openTestLibrary } from '../../scripts/jest/test-library';
import { sharedLibrary } from './library';

openTestLibrary([...generated.range(0, 30, 20)]);

const ask = (query: string) => GET(new Request(`http://127.0.0.1/feed.atom${query}`));
const count = (xml: string) => xml.split('<entry').length - 1;

test('gives the incidents that a filter asks for, page by page, each once', async () => {
  const library = await sharedLibrary();
  const wanted = await library.matched('incidents', { types: ['Battles', 'Riots'] }, 1_000);
  let found = 0;
  const ids = new Set<string>();
  for (let query: string | undefined = '?type=Battles,Riots&limit=3'; query !== undefined;) {
    const response = await ask(query);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const xml = await response.text();
    found += count(xml);
    for (const [, id = ''] of xml.matchAll(/<entry[^>]*><id>([^<]*)/g)) ids.add(id);
    query = /rel="next"[^>]*href="http:\/\/127.0.0.1\/feed.atom([^"]*)"/.exec(xml)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(found).toBe(wanted);
  expect(ids.size).toBe(wanted);
});

test('a filter that is none is a problem', async () => {
  expect((await ask('?type=x')).status).toBe(400);
});
