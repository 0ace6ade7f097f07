import { execFile } from 'node:child_process';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import ar from '../data/messages/ar/access.json';
import en from '../data/messages/en/access.json';
import { useOwnApp } from './support/own-app';

const PASSWORD = 'a ferry of nine lanterns';
const WORDS = { ar, en };
/** Requests that change something cost ten of these. */
const RATE_LIMIT = 600;

describe('a server that asks for an account', () => {
  const own = useOwnApp({ ACCESS: 'accounts', RATE_LIMIT: String(RATE_LIMIT) });

  /** Runs `npm run accounts`, with a line on its standard input. */
  const accounts = (args: readonly string[], input = '') =>
    new Promise<string>((resolve, reject) => {
      const env = { ...process.env, INCIDENT_MAP_DATA: own.data };
      const child = execFile(process.execPath, ['--import', 'tsx', 'cli/accounts.ts', ...args], { env }, (error, stdout, stderr) =>
        error ? reject(new Error(stderr)) : resolve(stdout.trim()),
      );
      child.stdin?.end(`${input}\n`);
    });
  const token = (name: string, role: string) => accounts(['token', name, '--role', role, '--days', '1']);
  const ask = (at: string, init: { method?: string; token?: string; headers?: Record<string, string>; body?: string } = {}) =>
    fetch(own.origin + at, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.token ? { authorization: `Bearer ${init.token}` } : {}), ...init.headers },
    });
  const signIn = async (name: string, password: string, locale: 'ar' | 'en' = 'en') => {
    await own.page.getByLabel(WORDS[locale].name).fill(name);
    await own.page.getByLabel(WORDS[locale].password).fill(password);
    await own.page.getByRole('button', { name: WORDS[locale].enter }).click();
  };

  beforeAll(async () => {
    for (const [name, role] of [
      ['vera', 'reader'],
      ['omar', 'analyst'],
      ['zeina', 'admin'],
    ] as const)
      await accounts(['add', name, '--role', role], PASSWORD);
  });

  for (const locale of ['ar', 'en'] as const)
    test(`sends to its sign-in page, and from there to where one wanted to go, until one signs out (${locale})`, async () => {
      const words = WORDS[locale];
      await own.page.goto(`/${locale}/about`);
      expect(new URL(own.page.url()).pathname).toBe(`/${locale}/sign-in`);
      await signIn('vera', 'not her password', locale);
      await own.page.getByRole('alert').filter({ hasText: words.problems.wrong }).waitFor();
      await signIn('Vera', PASSWORD, locale);
      await own.page.waitForURL(`**/${locale}/about`);
      await own.page.goto(`/${locale}/account`);
      await own.page.getByText('vera').waitFor();
      await own.page.getByText(words.roles.reader).waitFor();
      expect(await own.page.getByText(words.roles.analyst).count()).toBe(0);
      const [cookie] = await own.page.context().cookies();
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
      await own.page.getByRole('button', { name: words.signOut }).click();
      await own.page.waitForURL(`**/${locale}/sign-in`);
      expect(await own.page.context().cookies()).toEqual([]);
    });

  for (const locale of ['ar', 'en'] as const)
    test(`lets a reader open a sample, and leads from the desk to the account and out (${locale})`, async () => {
      const words = WORDS[locale];
      const refused: string[] = [];
      const note = (response: { status(): number; url(): string }) => {
        if (response.status() >= 400) refused.push(`${response.status()} ${new URL(response.url()).pathname}`);
      };
      own.page.on('response', note);
      await own.page.goto(`/${locale}`);
      await signIn('vera', PASSWORD, locale);
      await own.page.waitForURL((url) => url.pathname === `/${locale}`);

      await own.page.locator('#map [data-ready="true"]').waitFor({ state: 'attached' });
      await own.page.locator('#map button[data-place-id]').first().waitFor({ state: 'attached' });
      expect(refused).toEqual([]);
      own.page.off('response', note);
      const link = own.page.getByRole('link', { name: words.account, exact: true });
      expect(await link.getAttribute('title')).toBe('vera');
      await link.click();
      await own.page.waitForURL(`**/${locale}/account`);
      await own.page.getByText(words.roles.reader).waitFor();
      await own.page.getByRole('button', { name: words.signOut }).click();
      await own.page.waitForURL(`**/${locale}/sign-in`);
      await own.page.goto(`/${locale}`);
      expect(new URL(own.page.url()).pathname).toBe(`/${locale}/sign-in`);
    });

  test('gives programs what the role of their token allows, and nobody anything without one', async () => {
    const [reader, analyst, admin] = await Promise.all([token('vera', 'reader'), token('omar', 'analyst'), token('zeina', 'admin')]);
    const body = JSON.stringify({ text: 'Rockets hit Aleppo on Monday.' });
    const geoparse = (by?: string) =>
      ask('/api/geoparse', { method: 'POST', ...(by ? { token: by } : {}), headers: { 'content-type': 'application/json' }, body });
    const remove = (by: string) => ask(`/api/articles/${'0'.repeat(64)}`, { method: 'DELETE', token: by });

    const nobody = await ask('/api/articles');
    expect([nobody.status, nobody.headers.get('www-authenticate'), nobody.headers.get('content-type')]).toEqual([
      401,
      'Bearer realm="Incident Map"',
      'application/problem+json; charset=utf-8',
    ]);
    const statuses = async (...answers: Promise<Response>[]) => (await Promise.all(answers)).map(({ status }) => status);
    expect(await statuses(geoparse(), ask('/api/articles', { token: 'imap_wrong' }), ask('/tiles.json'), ask('/ogc'))).toEqual([
      401, 401, 401, 401,
    ]);
    expect(await statuses(ask('/api/articles', { token: reader }), geoparse(reader), remove(reader))).toEqual([200, 403, 403]);
    const sample = '/api/samples/ain-al-asad/map';
    expect(await statuses(ask(sample), ask(sample, { token: reader }), ask(sample, { method: 'POST', token: reader }))).toEqual([
      401, 200, 405,
    ]);
    expect(await statuses(geoparse(analyst), remove(analyst), ask('/api/audit', { token: analyst }))).toEqual([200, 403, 403]);
    expect(await statuses(geoparse(admin), remove(admin), ask('/api/audit', { token: admin }))).toEqual([200, 404, 200]);
    await expect(accounts(['token', 'vera', '--role', 'admin'])).rejects.toThrow('vera is reader');

    const log = await (await ask('/api/audit', { token: admin })).text();
    expect(log).toContain('DELETE /api/articles/');
    for (const secret of [reader, analyst, admin, PASSWORD, 'Aleppo']) expect(log).not.toContain(secret);
    const id = /token (\w+)\tanalyst/.exec(await accounts(['list']))?.[1] ?? '';
    await accounts(['revoke', id]);
    expect((await geoparse(analyst)).status).toBe(401);
  });

  test('believes nobody who says by a header who he is or where he comes from', async () => {
    const headers = {
      'x-incident-map-who': 'local admin x',
      'x-incident-map-peer': 'x local 127.0.0.1',
      'x-forwarded-for': '127.0.0.1',
      'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
      'x-forwarded-host': 'localhost',
    };
    expect((await ask('/api/articles', { headers })).status).toBe(401);
    expect((await ask('/%61pi/articles', { headers })).status).toBe(307);
  });

  test('another site’s page cannot sign one in, or send one on to somewhere else', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams({ name: 'vera', password: PASSWORD, next: '//evil.example/' }).toString();
    const foreign = await ask('/api/session', { method: 'POST', headers: { ...form, 'sec-fetch-site': 'cross-site' }, body });
    expect([foreign.status, foreign.headers.get('set-cookie')]).toEqual([403, null]);
    const own = await ask('/api/session', { method: 'POST', headers: { ...form, 'sec-fetch-site': 'same-origin' }, body });
    expect([own.status, own.headers.get('location')]).toEqual([303, '/ar']);
  });

  test('ends sessions when the password is another one', async () => {
    await accounts(['add', 'lina', '--role', 'reader'], PASSWORD);
    await own.page.goto('/en/account');
    await signIn('lina', PASSWORD);
    await own.page.waitForURL('**/en/account');
    await accounts(['passwd', 'lina'], `${PASSWORD} and a tenth`);
    await own.page.reload();
    expect(new URL(own.page.url()).pathname).toBe('/en/sign-in');
  });

  test('after ten wrong passwords even the right one waits', async () => {
    await accounts(['add', 'noor', '--role', 'reader'], PASSWORD);
    const attempt = (password: string) =>
      ask('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ name: 'noor', password, locale: 'en' }).toString(),
      });
    for (let i = 0; i < 10; i++) expect((await attempt(`wrong ${i}`)).headers.get('location')).toContain('problem=wrong');
    const late = await attempt(PASSWORD);
    expect(late.headers.get('location')).toContain('problem=often');
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(600);
    expect(late.headers.get('set-cookie')).toBeNull();
  });

  test('who asks too often is told when to come back', async () => {
    await accounts(['add', 'busy', '--role', 'analyst'], PASSWORD);
    const busy = await token('busy', 'analyst');
    let refused: Response | null = null;
    for (let i = 0; i <= RATE_LIMIT / 10 && !refused; i++) {
      const answer = await ask('/api/geoparse', { method: 'POST', token: busy });
      if (answer.status !== 415) refused = answer;
    }
    expect(refused?.status).toBe(429);
    expect(refused?.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('makes no account with a poor password, nor one for a name that is none', async () => {
    await expect(accounts(['add', 'weak', '--role', 'admin'], 'short')).rejects.toThrow('12 to 200 characters');
    await expect(accounts(['add', 'weak', '--role', 'admin'], 'aaaaaaaaaaaaaaa')).rejects.toThrow('five different');
    await expect(accounts(['add', '../etc', '--role', 'admin'], PASSWORD)).rejects.toThrow('the name');
    await expect(accounts(['add', 'VERA', '--role', 'admin'], PASSWORD)).rejects.toThrow('already');
  });
});

describe('the sign-in page', () => {
  test.each(['ar', 'en'] as const)('has no breach of WCAG that axe can see, light or dark (%s)', async (locale) => {
    const browser = await chromium.connect(process.env.E2E_BROWSER ?? '');
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ baseURL: process.env.E2E_ORIGIN, colorScheme, bypassCSP: true });
        await page.goto(`/${locale}/sign-in?problem=often`);
        await page.addScriptTag({ content: axe.source });
        const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        await page.context().close();
      }
    } finally {
      await browser.close();
    }
  });
});
