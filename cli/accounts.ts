import { createInterface } from 'node:readline/promises';
import { Option } from 'commander';
import { addAccount, addToken, changeAccount, removeAccount } from '../lib/access/accounts';
import { noteCommand } from '../lib/access/audit';
import { ROLES } from '../lib/rights/rights';
import type { AuditEntry, Role } from '../lib/store/access';
import { openStoreAt } from '../lib/store/open-store';
import type { Store } from '../lib/store/store';
import { askHidden } from './ask-hidden';
import { EXIT, writeOut } from './output';
import { newCommand, runCommand } from './run-command';

/** What the chosen subcommand does: Commander refuses to go on without one. */
let work: (store: Store) => Promise<void>;
const choose = (chosen: typeof work) => void (work = chosen);
const role = (description: string) => new Option('--role <role>', description).choices(ROLES).makeOptionMandatory();

const command = newCommand('accounts')
  .description('Manages who may use a server that others can reach, in the store that the server uses (docs/access.md).')
  .option('--store <where>', 'another store: a postgres:// address or a SQLite file');

command
  .command('add <name>')
  .description('makes an account; asks for its password, or reads it from standard input')
  .addOption(role('what it may do'))
  .action((name: string, options: { role: Role }) =>
    choose(async (store) => {
      const account = await addAccount(store, name, options.role, await askPassword());
      await noteCommand(store, `accounts add ${account.name} --role ${account.role}`);
      console.error(`${account.name} may sign in as ${account.role}`);
    }),
  );
command
  .command('list')
  .description('lists the accounts and their tokens')
  .action(() => choose(list));
command
  .command('remove <name>')
  .description('removes an account with its tokens; its sessions end')
  .action((name: string) =>
    choose(async (store) => {
      const account = await removeAccount(store, name);
      await noteCommand(store, `accounts remove ${account.name}`);
      console.error(`${account.name} was removed`);
    }),
  );
command
  .command('passwd <name>')
  .description('gives an account another password; its sessions end')
  .action((name: string) =>
    choose(async (store) => {
      const account = await changeAccount(store, name, { password: await askPassword() });
      await noteCommand(store, `accounts passwd ${account.name}`);
      console.error(`${account.name} has another password`);
    }),
  );
command
  .command('role <name> <role>')
  .description('lets an account do more or less; its sessions end')
  .action((name: string, asked: string) =>
    choose(async (store) => {
      const account = await changeAccount(store, name, { role: roleNamed(asked) });
      await noteCommand(store, `accounts role ${account.name} ${account.role}`);
      console.error(`${account.name} is ${account.role}`);
    }),
  );
command
  .command('token <name>')
  .description('makes a token for a program, and prints it: it is shown this once')
  .addOption(role('what it may do, at most what the account may'))
  .option('--days <days>', 'how long it holds', Number, 90)
  .option('--label <label>', 'what it is for', '')
  .action((name: string, options: { role: Role; days: number; label: string }) =>
    choose(async (store) => {
      const { text, token } = await addToken(store, name, options);
      await noteCommand(store, `accounts token ${token.account} --role ${token.role} (${token.id})`);
      console.error(`token ${token.id} of ${token.account}, ${token.role} until ${token.expiresAt}:`);
      await writeOut(`${text}\n`);
    }),
  );
command
  .command('revoke <token>')
  .description('ends a token, by the id that list shows')
  .action((id: string) =>
    choose(async (store) => {
      if (!(await store.removeToken(id))) throw new Error(`there is no token ${id}`);
      await noteCommand(store, `accounts revoke ${id}`);
      console.error(`token ${id} was ended`);
    }),
  );
command
  .command('audit')
  .description('prints the log of who did what, when, from where; last first')
  .option('--limit <lines>', 'how many', Number, 50)
  .option('--json', 'a line of JSON for each')
  .action((options: { limit: number; json?: boolean }) => choose((store) => audit(store, options)));

await runCommand<{ store?: string }>(command, async ({ store: where }) => {
  const store = await openStoreAt(where);
  try {
    await work(store);
    return EXIT.done;
  } finally {
    await store.close();
  }
});

async function list(store: Store): Promise<void> {
  const [accounts, tokens] = await Promise.all([store.accounts(), store.tokens()]);
  for (const { name, role: may, createdAt } of accounts) {
    await writeOut(`${name}\t${may}\tsince ${createdAt}\n`);
    for (const token of tokens.filter(({ account }) => account === name))
      await writeOut(`\ttoken ${token.id}\t${token.role}\tuntil ${token.expiresAt}\t${token.label}\n`);
  }
  if (accounts.length === 0) console.error('There are no accounts yet: accounts add NAME --role admin');
}

async function audit(store: Store, { limit, json }: { limit: number; json?: boolean }): Promise<void> {
  const { items } = await store.audit({ limit });
  for (const entry of items) await writeOut(json ? `${JSON.stringify(entry)}\n` : `${lineOf(entry)}\n`);
}

function lineOf({ at, who, role: may, via, action, outcome, from }: AuditEntry): string {
  return [at, who ?? '-', may ?? '-', via, from ?? '-', outcome, action].join('\t');
}

function roleNamed(text: string): Role {
  const found = ROLES.find((known) => known === text);
  if (!found) throw new Error(`the role: wanted ${ROLES.join(', ')}, got ${JSON.stringify(text)}`);
  return found;
}

/** Never an argument: what stands in one is seen by all who may list processes, and is kept by the shell. */
async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    for await (const line of createInterface({ input: process.stdin })) return line;
    throw new Error('wanted the password on standard input, got nothing');
  }
  const password = await askHidden('Password: ');
  if ((await askHidden('Once more: ')) !== password) throw new Error('the two passwords are not the same');
  return password;
}
