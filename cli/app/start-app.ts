import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { chromiumOptions } from './chromium';

/** The built app, answering on this machine alone. */
export interface RunningApp {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** How long the app may take to answer for the first time, in milliseconds. */
const START_MS = 60_000;

/** Builds whatever of the app is missing or out of date (wireit's `ready`); its progress goes to standard error. */
export async function buildApp(): Promise<void> {
  const build = spawn(process.execPath, ['scripts/run.js', 'ready'], { stdio: ['ignore', 2, 2] });
  const [status] = (await once(build, 'exit')) as [number | null];
  if (status !== 0) throw new Error('The app could not be built; what went wrong stands above.');
}

/** Starts the built app and a browser, and ends both when the work with them is over. */
export async function withApp<T>(work: (origin: string, browser: Browser) => Promise<T>): Promise<T> {
  const app = await startApp();
  try {
    const browser = await chromium.launch(chromiumOptions());
    try {
      return await work(app.origin, browser);
    } finally {
      await browser.close();
    }
  } finally {
    await app.stop();
  }
}

/** Starts the built app on a free port, with these variables set beside the usual ones, and waits until it answers. */
export async function startApp(environment: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const next = path.join(path.dirname(createRequire(path.resolve('package.json')).resolve('next/package.json')), 'dist', 'bin', 'next');
  // Node runs Next itself, without npx between: ending the child then ends the server.
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ACCESS: 'auto', ...environment },
    stdio: ['ignore', 'ignore', 2],
  });
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill();
    await gone;
  };
  for (const until = Date.now() + START_MS; Date.now() < until;) {
    if (server.exitCode !== null) throw new Error(`The app ended with status ${server.exitCode} before it answered.`);
    const answered = await fetch(`${origin}/icon.svg`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return { origin, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`The app did not answer at ${origin} within ${START_MS / 1000} s.`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}
