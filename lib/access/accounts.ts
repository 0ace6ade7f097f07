import { createHash, randomBytes } from 'node:crypto';
import type { AccessStore, AccessToken, Account, Role } from '../store/access';
import { hashPassword, passwordProblem } from './passwords';
import { lesserRole } from '../rights/rights';

/** What was asked for cannot be: a sentence for whoever asked. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
}

/** Also found by those who look for tokens that were made public by mistake. */
const TOKEN_PREFIX = 'imap_';
const TOKEN_BYTES = 32;
const DAY_MS = 86_400_000;
const MAX_DAYS = 366;
const MAX_LABEL = 80;

/** A name in its one form: small letters, in Unicode's compatibility form. Null where it is no name. */
export function accountName(typed: string): string | null {
  const name = typed.normalize('NFKC').trim().toLowerCase();
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{0,63}$/u.test(name) ? name : null;
}

/** Makes an account. @throws AccountError */
export async function addAccount(store: AccessStore, typed: string, role: Role, password: string): Promise<Account> {
  const name = wantName(typed);
  const problem = passwordProblem(password, name);
  if (problem) throw new AccountError(problem);
  const account = { name, role, password: await hashPassword(password), epoch: newEpoch(), createdAt: new Date().toISOString() };
  if (!(await store.addAccount(account))) throw new AccountError(`there is an account ${name} already`);
  return account;
}

/** Gives an account another password, or another role; sessions begun before end. @throws AccountError */
export async function changeAccount(store: AccessStore, typed: string, to: { password?: string; role?: Role }): Promise<Account> {
  const account = await wantAccount(store, typed);
  const problem = to.password === undefined ? null : passwordProblem(to.password, account.name);
  if (problem) throw new AccountError(problem);
  const password = to.password === undefined ? account.password : await hashPassword(to.password);
  const changed = { ...account, password, role: to.role ?? account.role, epoch: newEpoch() };
  await store.changeAccount(changed);
  return changed;
}

/** Removes an account with its tokens. @throws AccountError */
export async function removeAccount(store: AccessStore, typed: string): Promise<Account> {
  const account = await wantAccount(store, typed);
  await store.removeAccount(account.name);
  return account;
}

/** Makes a token of an account. Its text is given here and kept nowhere. @throws AccountError */
export async function addToken(
  store: AccessStore,
  typed: string,
  { role, days, label }: { role: Role; days: number; label: string },
): Promise<{ text: string; token: AccessToken }> {
  const account = await wantAccount(store, typed);
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    throw new AccountError(`the days that the token holds: wanted 1 to ${MAX_DAYS}, got ${days}`);
  if (lesserRole(role, account.role) !== role) throw new AccountError(`${account.name} is ${account.role}: a token cannot be ${role}`);
  const text = TOKEN_PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
  const now = Date.now();
  const token = {
    id: randomBytes(6).toString('hex'),
    hash: hashToken(text),
    account: account.name,
    label: label.slice(0, MAX_LABEL),
    role,
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + days * DAY_MS).toISOString(),
  };
  await store.addToken(token);
  return { text, token };
}

/** Of a token as it is shown, what the store has of it. A long random text needs no salt and no slow hash. */
export function hashToken(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function newEpoch(): string {
  return randomBytes(12).toString('base64url');
}

function wantName(typed: string): string {
  const name = accountName(typed);
  if (name === null)
    throw new AccountError(`the name: wanted 1 to 64 letters, digits and . _ @ -, got ${JSON.stringify(typed.slice(0, 80))}`);
  return name;
}

async function wantAccount(store: AccessStore, typed: string): Promise<Account> {
  const name = wantName(typed);
  const account = await store.account(name);
  if (!account) throw new AccountError(`there is no account ${name}`);
  return account;
}
