import type { AccessStore, AuditEntry } from '../store/access';
import { LOCAL, type Who } from './identify';

const MAX_ACTION = 300;

/** Writes a line of the audit log. What is written comes from paths: no line break, nothing invisible, and not without end. */
export async function note(
  store: AccessStore,
  who: Who | null,
  action: string,
  outcome: AuditEntry['outcome'],
  from: string | null,
): Promise<void> {
  await store.addToAudit({
    at: new Date().toISOString(),
    who: who?.name ?? null,
    role: who?.role ?? null,
    via: who?.via ?? 'nobody',
    action: plain(action).slice(0, MAX_ACTION),
    outcome,
    from,
  });
}

/** Writes down what was done with a command, by whoever may run it on this machine. */
export async function noteCommand(store: AccessStore, action: string): Promise<void> {
  await note(store, { ...LOCAL, via: 'command' }, action, 'allowed', null);
}

/** A log is read on terminals, which obey control characters, and by people, whom reversed text deceives. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
