import { InputError, parseInput } from './errors';
import { articleLineSchema, articleSchema, MAX_TEXT_LENGTH } from './schemas';

/** What the parser says is wrong: the status and the fields at fault, or null. */
function refusal(value: unknown): { status: number; fields: string[]; error: InputError } | null {
  try {
    parseInput(articleSchema, value);
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { status: error.status, fields: error.errors.map(({ field }) => field), error };
  }
}

describe('is an article', () => {
  test.each<[string, Record<string, unknown>]>([
    ['text alone', {}],
    ['one character', { text: 'a' }],
    ['white space around words', { text: '\n  a \n' }],
    ['lone surrogates', { text: '\ud83d' }],
    ['fields that are null', { title: null, url: null, source: null, publishedAt: null, language: null }],
    ['a title', { title: 'هجوم صاروخي' }],
    ['an address', { url: 'https://example.com/news?id=1#top' }],
    ['an address without encryption', { url: 'http://example.com' }],
    ['a date', { publishedAt: '2024-08-06' }],
    ['a date-time in UTC', { publishedAt: '2024-08-06T10:00:00Z' }],
    ['a date-time with an offset', { publishedAt: '2024-08-06T10:00:00+03:00' }],
    ['a local date-time', { publishedAt: '2024-08-06T10:00:00' }],
    ['a leap day', { publishedAt: '2024-02-29' }],
    ['a language', { language: 'ar' }],
    ['a language with a region', { language: 'en-GB' }],
    ['a language that is not read: another error says so', { language: 'fr' }],
    ['fields that the contract does not know', { author: 'x', id: 7 }],
  ])('%s', (_, fields) => {
    expect(refusal({ text: 'Baghdad', ...fields })).toBeNull();
  });

  test('absent fields become null, unknown ones are dropped', () => {
    expect(parseInput(articleSchema, { text: 'a', author: 'x' })).toEqual({
      text: 'a',
      title: null,
      url: null,
      source: null,
      publishedAt: null,
      language: null,
    });
  });

  test('the text comes through letter for letter', () => {
    const text = ' \u200fبـغداد\r\n\ud83d ';
    expect(parseInput(articleSchema, { text }).text).toBe(text);
  });
});

describe('is no article', () => {
  test.each<[string, unknown, string, string, string]>([
    // Field, what was got, what was wanted.
    ['nothing', undefined, 'body', 'nothing', 'object'],
    ['null', null, 'body', 'null', 'object'],
    ['a string', 'Baghdad', 'body', '"Baghdad"', 'object'],
    ['a number', 7, 'body', '7', 'object'],
    ['an array', ['Baghdad'], 'body', 'an array', 'object'],
    ['no text', {}, 'text', 'nothing', 'string'],
    ['a text that is null', { text: null }, 'text', 'null', 'string'],
    ['a text that is a number', { text: 5 }, 'text', '5', 'string'],
    ['white space only', { text: ' \n\t\u00a0' }, 'text', ' ', 'white space alone'],
    ['a title that is a number', { text: 'a', title: 5 }, 'title', '5', 'string'],
    ['an address that is none', { text: 'a', url: 'example' }, 'url', '"example"', 'http or https address'],
    ['an address of another kind', { text: 'a', url: 'ftp://example.com/x' }, 'url', '"ftp://example.com/x"', 'http or https address'],
    ['a script as an address', { text: 'a', url: 'javascript:alert(1)' }, 'url', '"javascript:alert(1)"', 'http or https address'],
    ['a source that is an object', { text: 'a', source: {} }, 'source', 'an object', 'string'],
    ['a date in words', { text: 'a', publishedAt: 'Monday' }, 'publishedAt', '"Monday"', 'ISO 8601'],
    ['a day that is none', { text: 'a', publishedAt: '2023-02-29' }, 'publishedAt', '"2023-02-29"', 'ISO 8601'],
    ['a month that is none', { text: 'a', publishedAt: '2024-13-01' }, 'publishedAt', '"2024-13-01"', 'ISO 8601'],
    ['a date the other way round', { text: 'a', publishedAt: '06/08/2024' }, 'publishedAt', '"06/08/2024"', 'ISO 8601'],
    ['a date that is a number', { text: 'a', publishedAt: 1722902400 }, 'publishedAt', '1722902400', 'ISO 8601'],
    ['a language in words', { text: 'a', language: 'Standard Arabic' }, 'language', '"Standard Arabic"', 'BCP 47'],
    ['an empty language', { text: 'a', language: '' }, 'language', '""', 'BCP 47'],
    ['a language that is a list', { text: 'a', language: ['ar'] }, 'language', 'an array', 'BCP 47'],
  ])('%s', (_, value, field, got, wanted) => {
    const refused = refusal(value);
    expect([refused?.status, refused?.fields]).toEqual([400, [field]]);
    const [error] = refused?.error.errors ?? [];
    expect(error?.got).toContain(got);
    expect(error?.wanted).toMatch(/^wanted /);
    expect(error?.wanted).toContain(wanted);
    expect(refused?.error.message).toContain(`${field}: wanted `);
  });

  test('an empty text', () => {
    const refused = refusal({ text: '' });
    expect(refused?.status).toBe(400);
    expect(refused?.error.errors[0]).toEqual({ field: 'text', got: '""', wanted: 'wanted at least 1 character' });
  });

  test('every field at fault is named', () => {
    expect(refusal({ text: 5, title: 5, url: 'x', source: 5, publishedAt: 'x', language: '?' })?.fields.sort()).toEqual(
      ['language', 'publishedAt', 'source', 'text', 'title', 'url'].sort(),
    );
  });
});

describe('how long an article may be', () => {
  // The contract: 1 to 1,000,000 characters.
  const longest = 'ب'.repeat(1_000_000);

  test('a million characters', () => {
    expect(MAX_TEXT_LENGTH).toBe(1_000_000);
    expect(refusal({ text: longest })).toBeNull();
  });

  test('one more is too long, and the answer does not repeat it', () => {
    const refused = refusal({ text: longest + 'ب' });
    expect([refused?.status, refused?.fields]).toEqual([413, ['text']]);
    expect(refused?.error.errors[0]?.got).toBe('a string of 1000001 characters');
    expect(refused?.error.message).toContain('at most 1000000 characters');
  });

  test('too long and wrong besides is wrong', () => {
    expect(refusal({ text: longest + 'ب', title: 5 })?.status).toBe(400);
  });
});

test('a line of --jsonl may have an id, a word or a number', () => {
  expect(parseInput(articleLineSchema, { text: 'a', id: 'x' }).id).toBe('x');
  expect(parseInput(articleLineSchema, { text: 'a', id: 7 }).id).toBe(7);
  expect(parseInput(articleLineSchema, { text: 'a', id: null }).id).toBeNull();
  expect(() => parseInput(articleLineSchema, { text: 'a', id: {} })).toThrow(InputError);
});
