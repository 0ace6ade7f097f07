import { hasStore } from '../store/open-store';
import { StoreError } from '../store/errors';
import type { Store } from '../store/store';
import { sharedLibrary } from './library';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Does some work with the library every so many milliseconds as long as the process lives, one turn at a time. Where there
 * is no library yet it makes none. A library that cannot be used is told to whoever asks it for something; what else goes
 * wrong is written with `trouble` before it.
 * @returns what has a turn at once
 */
export function everySoOften(
  everyMs: number,
  trouble: string,
  environment: Environment,
  work: (store: Store) => Promise<void>,
): () => Promise<void> {
  let isBusy = false;
  const turn = async () => {
    if (isBusy || !hasStore(environment)) return;
    isBusy = true;
    try {
      await work(await sharedLibrary());
    } catch (error) {
      if (!(error instanceof StoreError)) console.error(trouble, error);
    } finally {
      isBusy = false;
    }
  };
  setInterval(() => void turn(), everyMs).unref();
  return turn;
}
