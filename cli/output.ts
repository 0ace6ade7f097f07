import { once } from 'node:events';

/** Exit statuses, as the contract has them. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** Writes to standard output and waits where the reader is slower, so that nothing piles up in memory. */
export async function writeOut(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** What an error says, whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});
