import { formatLibraryQuery, parseLibraryQuery } from './query';

const parse = (query: string) => parseLibraryQuery(new URLSearchParams(query));

it.each([
  '',
  'q=%D8%B9%D9%8A%D9%86+%D8%A7%D9%84%D8%A3%D8%B3%D8%AF',
  'language=ar&from=2024-08-01&country=IQ&type=Explosions%2FRemote+violence&collection=c1',
])('what the address says is written back as it was: %s', (query) => expect(formatLibraryQuery(parse(query))).toBe(query));

it('what is empty, or nobody asks for, is left out', () => {
  expect(formatLibraryQuery(parse('q=+&tag=&theme=dark&language=en'))).toBe('language=en');
});
