import { JobQueue } from './queue';

/** One queue for the process, however many bundles of routes hold a copy of this module. */
const shared = globalThis as { incidentMapQueue?: Promise<JobQueue> | null };

/**
 * The queue of this process, opened at first use; null where the library is not in PostgreSQL. Where it cannot be opened the
 * next call tries again.
 * @throws StoreError
 */
export async function sharedQueue(url = process.env.DATABASE_URL): Promise<JobQueue | null> {
  if (shared.incidentMapQueue) return shared.incidentMapQueue;
  if (!url) return null;
  shared.incidentMapQueue = JobQueue.open(url).catch((error: unknown) => {
    shared.incidentMapQueue = null;
    throw error;
  });
  return shared.incidentMapQueue;
}

/** Puts a queue in the place of the process's own, or nothing, so that the next call opens one: for tests. */
export function setQueue(queue: JobQueue | null): void {
  shared.incidentMapQueue = queue === null ? null : Promise.resolve(queue);
}
