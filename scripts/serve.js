// Starts the built app where HOST and PORT say: on this machine alone where they say nothing.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const { HOST = '127.0.0.1', PORT = '3000' } = process.env;
const next = path.join(path.dirname(createRequire(import.meta.url).resolve('next/package.json')), 'dist', 'bin', 'next');
const server = spawn(process.execPath, [next, 'start', '-H', HOST, '-p', PORT, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
