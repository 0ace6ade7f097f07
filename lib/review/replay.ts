import type { Correction } from './corrections';

/** What a log comes to: what holds, in the order in which it was last done, and what was taken back, the last first. */
export interface Replay {
  readonly applied: readonly Correction[];
  readonly undone: readonly Correction[];
}

/**
 * Goes through a log as a person made it. An undo takes an entry out, a redo puts it back on top, and anything new makes
 * what was taken back final. An undo or a redo of what is not there to be undone or redone says nothing.
 */
export function replay(log: readonly Correction[]): Replay {
  let applied: Correction[] = [];
  let undone: Correction[] = [];
  for (const entry of log) {
    const { change } = entry;
    if (change.action === 'undo') {
      const taken = applied.find(({ id }) => id === change.of);
      if (!taken) continue;
      applied = applied.filter((other) => other !== taken);
      undone = [taken, ...undone];
    } else if (change.action === 'redo') {
      const back = undone.find(({ id }) => id === change.of);
      if (!back) continue;
      undone = undone.filter((other) => other !== back);
      applied.push(back);
    } else {
      applied.push(entry);
      undone = [];
    }
  }
  return { applied, undone };
}
