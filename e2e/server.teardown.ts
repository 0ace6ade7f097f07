import { rmSync } from 'node:fs';
import type { Running } from './server.setup';

/** Ends the browser and the server that the setup started, and waits until they are gone. */
export default async function teardown(): Promise<void> {
  const { running } = globalThis as { running?: Running };
  if (running === undefined) return;
  await running.browser.close();
  await running.app.stop();
  rmSync(running.data, { recursive: true, force: true });
}
