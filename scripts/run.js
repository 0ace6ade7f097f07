// Runs one of the project's wireit scripts (package.json, "wireit") with the settings that it should always have:
// the steps' own progress on the screen, no second copy of what they make, and no word to Next's telemetry host.
import { spawn } from 'node:child_process';

const [script, ...rest] = process.argv.slice(2);
const env = { NEXT_TELEMETRY_DISABLED: '1', WIREIT_LOGGER: 'simple', WIREIT_CACHE: 'none', ...process.env };
const npm = spawn('npm', ['run', '--silent', script, '--', ...rest], { stdio: 'inherit', env, shell: process.platform === 'win32' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => npm.kill(signal));
npm.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
