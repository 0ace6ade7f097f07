import type { Page, Paging } from './queries';

/** What an account may do at most; `lib/access` says what that is. */
export type Role = 'reader' | 'analyst' | 'admin';

/** Who may sign in. */
export interface Account {
  /** As people type it, in one form only (`lib/access/accounts.ts`). */
  readonly name: string;
  readonly role: Role;
  /** A salted hash (PHC string). */
  readonly password: string;
  /** Another one whenever sessions begun before are to end. */
  readonly epoch: string;
  /** ISO 8601, UTC, as all times here. */
  readonly createdAt: string;
}

/** What a program shows in place of a password. Of the token itself only a hash is kept. */
export interface AccessToken {
  /** Fit to be shown. */
  readonly id: string;
  /** SHA-256, as hexadecimal. */
  readonly hash: string;
  /** Whose it is: it goes when the account goes. */
  readonly account: string;
  readonly label: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** One line of the audit log: who, when, what, from where. Never what an article says, nor a token. */
export interface AuditEntry {
  readonly at: string;
  /** The account; null where nobody had signed in. */
  readonly who: string | null;
  readonly role: Role | null;
  readonly via: 'session' | 'token' | 'local' | 'command' | 'nobody';
  /** A method and a path, or a command. */
  readonly action: string;
  readonly outcome: 'allowed' | 'refused';
  /** The address that it came from; null for a command. */
  readonly from: string | null;
}

/** Who may do what, and what they did: the part of a store that is not in its dumps. */
export interface AccessStore {
  /** By name. */
  accounts(): Promise<Account[]>;
  account(name: string): Promise<Account | null>;
  /** False where there is one of this name, which stays as it is. */
  addAccount(account: Account): Promise<boolean>;
  /** False where there is none of this name. */
  changeAccount(account: Account): Promise<boolean>;
  removeAccount(name: string): Promise<boolean>;

  /** Oldest first. */
  tokens(): Promise<AccessToken[]>;
  /** The token with this hash, and whose it is. */
  token(hash: string): Promise<{ readonly token: AccessToken; readonly account: Account } | null>;
  /** @throws StoreError `missing` where there is no such account */
  addToken(token: AccessToken): Promise<void>;
  removeToken(id: string): Promise<boolean>;

  /** Adds to the log, which is only ever added to. */
  addToAudit(entry: AuditEntry): Promise<void>;
  /** Last first. */
  audit(paging?: Paging): Promise<Page<AuditEntry>>;

  /** The secret of this name: `proposed` where there is none yet, and from then on for whoever asks. */
  secret(name: string, proposed: string): Promise<string>;
}
