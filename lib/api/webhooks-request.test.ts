import { DELETE, GET as getOne, PUT } from '../../app/api/webhooks/[id]/route';
import { GET, POST } from '../../app/api/webhooks/route';
import { openTestLibrary } from '../../scripts/jest/test-library';
import { madeWebhookSchema, webhookSchema } from './webhooks-request';

openTestLibrary([]);

const ADDRESS = 'http://127.0.0.1/api/webhooks';
const send = (method: string, body: unknown, type = 'application/json') =>
  new Request(ADDRESS, { method, body: JSON.stringify(body), headers: { 'content-type': type } });
const at = (id: string) => ({ params: Promise.resolve({ id }) });

test('a webhook is made, told without its secret, changed and removed', async () => {
  const response = await POST(send('POST', { url: 'https://desk.example/hook', filter: { type: 'Battles,Riots', country: 'IQ' } }));
  expect(response.status).toBe(201);
  const { secret, ...made } = madeWebhookSchema.strict().parse(await response.json());
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(response.headers.get('location')).toBe(`/api/webhooks/${made.id}`);

  const listed = (await (await GET(new Request(ADDRESS))).json()) as { items: unknown[] };
  expect(listed.items.map((item) => webhookSchema.strict().parse(item))).toEqual([made]);
  const changed = await PUT(send('PUT', { url: 'https://desk.example/other' }), at(made.id));
  expect(await changed.json()).toEqual({ ...made, url: 'https://desk.example/other', filter: {} });
  expect(await (await getOne(new Request(ADDRESS), at(made.id))).json()).toMatchObject({ url: 'https://desk.example/other' });
  expect((await DELETE(new Request(ADDRESS), at(made.id))).status).toBe(204);
  expect((await DELETE(new Request(ADDRESS), at(made.id))).status).toBe(404);
  expect((await getOne(new Request(ADDRESS), at(made.id))).status).toBe(404);
});

test.each<[string, unknown, string]>([
  ['no address', {}, 'url'],
  ['an address of another kind', { url: 'ftp://a.example' }, 'url'],
  ['a script', { url: 'javascript:alert(1)' }, 'url'],
  ['a filter that is none', { url: 'https://a.example', filter: { type: 'Parties' } }, 'filter.type'],
  ['a parameter that there is not', { url: 'https://a.example', filter: { limit: '5' } }, 'filter'],
  ['a filter of other things than words', { url: 'https://a.example', filter: { type: ['Battles'] } }, 'filter.type'],
  ['a secret of one’s own', { url: 'https://a.example', secret: 'x' }, 'body'],
  ['a list', [], 'body'],
])('is no webhook: %s', async (_, body, field) => {
  const response = await POST(send('POST', body));
  const { errors } = (await response.json()) as { errors: { field: string }[] };
  expect([response.status, errors[0]?.field.startsWith(field)]).toEqual([400, true]);
});
