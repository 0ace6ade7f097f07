import { storeKinds, TestStores } from '../../scripts/jest/test-stores';
import type { AccessToken, Account, AuditEntry } from './access';
import { writeDump } from './dump-file';
import type { Store } from './store';

const stores = new TestStores();
jest.setTimeout(30_000);
afterAll(() => stores.end());

const AT = '2026-01-01T00:00:00.000Z';
const account = (name: string, more: Partial<Account> = {}): Account => ({
  name,
  role: 'reader',
  password: '$argon2id$…',
  epoch: 'e',
  createdAt: AT,
  ...more,
});
const token = (id: string, of: string): AccessToken => ({
  id,
  hash: id.repeat(8),
  account: of,
  label: 'QGIS',
  role: 'reader',
  createdAt: AT,
  expiresAt: '2027-01-01T00:00:00.000Z',
});

describe.each(storeKinds())('the %s store', (kind) => {
  let store: Store;
  beforeEach(async () => {
    store = await stores.open(kind);
  });
  afterEach(() => stores.clear());

  describe('who may do what', () => {
    it('keeps accounts, each name once', async () => {
      expect(await store.addAccount(account('zeina', { role: 'admin' }))).toBe(true);
      expect(await store.addAccount(account('علي'))).toBe(true);
      expect(await store.addAccount(account('zeina', { password: 'another' }))).toBe(false);
      expect(await store.accounts()).toEqual([account('zeina', { role: 'admin' }), account('علي')]);
      expect(await store.changeAccount(account('علي', { role: 'analyst', password: 'p', epoch: 'f' }))).toBe(true);
      expect(await store.account('علي')).toEqual(account('علي', { role: 'analyst', password: 'p', epoch: 'f' }));
      expect([await store.changeAccount(account('none')), await store.account('none')]).toEqual([false, null]);
      expect([await store.removeAccount('علي'), await store.removeAccount('علي')]).toEqual([true, false]);
    });

    it('keeps tokens by their hash, and drops them with their account', async () => {
      await store.addAccount(account('zeina'));
      await store.addToken(token('t1', 'zeina'));
      await store.addToken(token('t2', 'zeina'));
      expect(await store.token('t1'.repeat(8))).toEqual({ token: token('t1', 'zeina'), account: account('zeina') });
      expect(await store.token('none')).toBeNull();
      expect([await store.removeToken('t2'), await store.removeToken('t2')]).toEqual([true, false]);
      expect(await store.tokens()).toEqual([token('t1', 'zeina')]);
      await expect(store.addToken(token('t3', 'none'))).rejects.toMatchObject({ code: 'missing' });
      await store.removeAccount('zeina');
      expect([await store.tokens(), await store.token('t1'.repeat(8))]).toEqual([[], null]);
    });

    it('adds to the audit log, and gives it last first, page by page', async () => {
      const entry = (action: string): AuditEntry => ({
        at: AT,
        who: 'zeina',
        role: 'admin',
        via: 'session',
        action,
        outcome: 'allowed',
        from: '192.0.2.7',
      });
      for (const action of ['a', 'b', 'c']) await store.addToAudit(entry(action));
      const first = await store.audit({ limit: 2 });
      expect(first.items).toEqual([entry('c'), entry('b')]);
      expect(await store.audit({ limit: 2, cursor: first.next })).toEqual({ items: [entry('a')], next: null });
      await expect(store.audit({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' });
    });

    it('makes a secret once', async () => {
      expect(await store.secret('session', 'first')).toBe('first');
      expect(await store.secret('session', 'second')).toBe('first');
    });

    it('none of it is in a dump', async () => {
      await store.addAccount(account('zeina'));
      await store.secret('session', 'first');
      const lines: string[] = [];
      for await (const line of writeDump(store.export())) lines.push(String(line));
      expect(lines.join('')).not.toMatch(/zeina|first/);
    });
  });
});
