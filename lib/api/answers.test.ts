import { StoreError } from '../store/errors';
import { answerJson, answerPage } from './answers';
import { problemResponse } from './errors';

const asked = (path: string, headers: Record<string, string> = {}) => new Request(`http://127.0.0.1${path}`, { headers });

describe('a page of a list', () => {
  test('links to the page behind, with the same question', async () => {
    const response = answerPage(asked('/api/incidents?type=Battles&q=a%20b&cursor=9_9'), { items: [1, 2], next: '5_7' });
    expect(await response.json()).toEqual({ items: [1, 2], next: '5_7' });
    expect(response.headers.get('link')).toBe('</api/incidents?type=Battles&q=a+b&cursor=5_7>; rel="next"');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  test('the last one links nowhere', () => {
    expect(answerPage(asked('/api/incidents'), { items: [], next: null }).headers.has('link')).toBe(false);
  });
});

describe('who has the answer already', () => {
  const etag = answerJson(asked('/x'), { a: 1 }).headers.get('etag') ?? '';

  test.each([etag, `W/${etag}`, `"other", ${etag}`, '*'])('is told so: %s', (known) => {
    const response = answerJson(asked('/x', { 'if-none-match': known }), { a: 1 });
    expect([response.status, response.body, response.headers.get('etag')]).toEqual([304, null, etag]);
  });

  test('is not told so where it has changed', () => {
    expect(answerJson(asked('/x', { 'if-none-match': etag }), { a: 2 }).status).toBe(200);
  });
});

test.each([
  ['unavailable', 503],
  ['full', 507],
  ['busy', 503],
  ['conflict', 409],
  ['missing', 404],
  ['invalid', 400],
  ['corrupt', 500],
] as const)('what the store says becomes a problem: %s is %i', async (code, status) => {
  const response = problemResponse(new StoreError(code, 'what is the matter'));
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
  expect(await response.json()).toMatchObject({ status, detail: 'what is the matter' });
  expect(response.headers.has('retry-after')).toBe(status === 503);
});

test('an error of the store is known in another bundle than the one that opened it', () => {
  const elsewhere = Object.assign(new Error('there is no article'), { name: 'StoreError', code: 'missing' });
  expect(problemResponse(elsewhere).status).toBe(404);
  expect(() => problemResponse(new Error('something else'))).toThrow('something else');
});
