import type { AccessToken, Account, AuditEntry } from '../access';
import { StoreError } from '../errors';
import { columnText } from '../pack';
import type { Page, Paging } from '../queries';
import { limitOf, readCursor, toPage } from './paging';
import type { Session } from './session';

interface TokenRow extends Omit<AccessToken, 'createdAt' | 'expiresAt'> {
  readonly created_at: string;
  readonly expires_at: string;
}

interface AccountRow extends Omit<Account, 'createdAt'> {
  readonly created_at: string;
}

const ACCOUNT = 'name, role, password, epoch, created_at';
const TOKEN = 'id, hash, account, label, role, created_at, expires_at';

export async function listAccounts(session: Session): Promise<Account[]> {
  return (await session.all<AccountRow>(`SELECT ${ACCOUNT} FROM accounts ORDER BY name`)).map(toAccount);
}

export async function getAccount(session: Session, name: string): Promise<Account | null> {
  const [row] = await session.all<AccountRow>(`SELECT ${ACCOUNT} FROM accounts WHERE name = ?`, [columnText(name)]);
  return row ? toAccount(row) : null;
}

export async function addAccount(session: Session, { name, role, password, epoch, createdAt }: Account): Promise<boolean> {
  const row = [columnText(name), role, password, epoch, createdAt];
  return (await session.insert('accounts', ACCOUNT.split(', '), [row], 'ON CONFLICT DO NOTHING RETURNING name')).length > 0;
}

export async function changeAccount(session: Session, { name, role, password, epoch }: Account): Promise<boolean> {
  const sql = 'UPDATE accounts SET role = ?, password = ?, epoch = ? WHERE name = ? RETURNING name';
  return (await session.all(sql, [role, password, epoch, columnText(name)])).length > 0;
}

export async function removeAccount(session: Session, name: string): Promise<boolean> {
  return (await session.all('DELETE FROM accounts WHERE name = ? RETURNING name', [columnText(name)])).length > 0;
}

export async function listTokens(session: Session): Promise<AccessToken[]> {
  return (await session.all<TokenRow>(`SELECT ${TOKEN} FROM tokens ORDER BY created_at, id`)).map(toToken);
}

export async function getToken(session: Session, hash: string): Promise<{ token: AccessToken; account: Account } | null> {
  const [row] = await session.all<TokenRow>(`SELECT ${TOKEN} FROM tokens WHERE hash = ?`, [hash]);
  const account = row && (await getAccount(session, row.account));
  return account ? { token: toToken(row), account } : null;
}

export async function addToken(session: Session, token: AccessToken): Promise<void> {
  const { id, hash, account, label, role, createdAt, expiresAt } = token;
  if (!(await getAccount(session, account))) throw new StoreError('missing', `there is no account ${JSON.stringify(account)}`);
  await session.insert('tokens', TOKEN.split(', '), [[id, hash, account, columnText(label), role, createdAt, expiresAt]]);
}

export async function removeToken(session: Session, id: string): Promise<boolean> {
  return (await session.all('DELETE FROM tokens WHERE id = ? RETURNING id', [columnText(id)])).length > 0;
}

export async function addToAudit(session: Session, entry: AuditEntry): Promise<void> {
  await session.insert('audit', ['entry'], [[JSON.stringify(entry)]]);
}

export async function listAudit(session: Session, paging: Paging): Promise<Page<AuditEntry>> {
  const limit = limitOf(paging);
  const cursor = readCursor(paging.cursor, 1);
  const [where, params] = cursor ? ['WHERE seq < ?', cursor] : ['', []];
  const sql = `SELECT seq, entry FROM audit ${where} ORDER BY seq DESC LIMIT ${limit + 1}`;
  const rows = await session.all<{ seq: number; entry: string }>(sql, params);
  const items = rows.map(({ entry }) => JSON.parse(entry) as AuditEntry);
  return toPage(rows, limit, ({ seq }) => [seq], items);
}

export async function getSecret(session: Session, name: string, proposed: string): Promise<string> {
  await session.insert('secrets', ['name', 'value'], [[name, proposed]], 'ON CONFLICT DO NOTHING');
  const [row] = await session.all<{ value: string }>('SELECT value FROM secrets WHERE name = ?', [name]);
  if (!row) throw new StoreError('corrupt', `the secret ${name} was written and is not there`);
  return row.value;
}

function toAccount({ created_at, ...row }: AccountRow): Account {
  return { ...row, createdAt: created_at };
}

function toToken({ created_at, expires_at, ...row }: TokenRow): AccessToken {
  return { ...row, createdAt: created_at, expiresAt: expires_at };
}
