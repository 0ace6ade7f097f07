import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of so many bytes, which nobody else sees, and which is gone with the process. */
const DISK = 'size=8m';
const folder = mkdtempSync(path.join(tmpdir(), 'incident-map-disk-'));
const onSmallDisk = (command: string) =>
  spawnSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs -o ${DISK} none "$0" && ${command}`, folder], { encoding: 'utf8' });

const isAllowed = onSmallDisk('true').status === 0;
if (!isAllowed) process.stderr.write('\nNOT RUN: the test on a full disk, as this system gives no small disk (unshare, mount).\n\n');
jest.setTimeout(60_000);
afterAll(() => rmdirSync(folder));

// Skipped only where the system gives no small disk, which is said aloud: filling the real one would harm whoever runs the tests.
(isAllowed ? it : it.skip)('a full disk is told as such, takes nothing acknowledged, and the store goes on when there is room', () => {
  const { stdout, stderr } = onSmallDisk(`exec "${process.execPath}" --import tsx scripts/jest/fill-disk.ts "$0"`);
  expect(stderr.replace(/^npm warn.*$/gm, '').trim()).toBe('');
  const told = JSON.parse(stdout) as { code: string; message: string; acknowledged: number; kept: number; after: number };
  expect(told).toMatchObject({ code: 'full', message: `no room on the disk of the store: ${path.join(folder, 'store.db')}` });
  expect(told.acknowledged).toBeGreaterThan(0);
  expect(told).toMatchObject({ kept: told.acknowledged, after: told.acknowledged + 20 });
});
