import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';

/** How long the built app may take to answer for the first time, in milliseconds. */
const START_MS = 30_000;

export interface App {
  readonly origin: string;
  readonly server: ChildProcess;
}

/** Starts the built app on a free port, with these variables set beside the usual ones, and waits until it answers. */
export async function startApp(environment: Readonly<Record<string, string>> = {}): Promise<App> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const next = path.join(path.dirname(createRequire(path.resolve('package.json')).resolve('next/package.json')), 'dist', 'bin', 'next');
  // Node runs Next itself, without npx between: ending the child then ends the server.
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await answering(origin, server);
  } catch (error) {
    server.kill();
    throw error;
  }
  return { origin, server };
}

/** Ends a server, and waits until it is gone. */
export async function stopApp({ server }: Pick<App, 'server'>): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = once(server, 'exit');
  server.kill();
  await gone;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}

async function answering(origin: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until;) {
    if (server.exitCode !== null) throw new Error(`"next start" ended with status ${server.exitCode} before it answered.`);
    const answered = await fetch(`${origin}/icon.svg`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`"next start" did not answer at ${origin} within ${START_MS} ms.`);
}
