import { openStore } from '../store/open-store';
import type { Store } from '../store/store';
import { problemResponse } from './errors';

/** One store for the process, however many bundles of routes hold a copy of this module. */
const shared = globalThis as { incidentMapLibrary?: Promise<Store> | null };

/**
 * The library of this process: the store that the environment names, opened at first use. Where it cannot be opened the
 * next call tries again.
 * @throws StoreError
 */
export function sharedLibrary(): Promise<Store> {
  shared.incidentMapLibrary ??= openStore().catch((error: unknown) => {
    shared.incidentMapLibrary = null;
    throw error;
  });
  return shared.incidentMapLibrary;
}

/** Answers a request out of the library; what is wrong with either becomes a problem. */
export async function withLibrary(work: (store: Store) => Promise<Response>): Promise<Response> {
  try {
    return await work(await sharedLibrary());
  } catch (error) {
    return problemResponse(error);
  }
}

/** Puts a store in the place of the process's own, or nothing, so that the next call opens one: for tests and commands. */
export function setLibrary(store: Store | null): void {
  shared.incidentMapLibrary = store === null ? null : Promise.resolve(store);
}
