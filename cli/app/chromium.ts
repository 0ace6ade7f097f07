import { existsSync } from 'node:fs';
import path from 'node:path';
import type { LaunchOptions } from 'playwright-core';

/** What Chromium is called where it is installed, by what is looked for first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'];
/** Where it lies on systems that keep programs out of the search path. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** How Playwright starts the machine's own Chromium: without a window, and able to reach this machine alone. Throws where there is none. */
export function chromiumOptions(): LaunchOptions {
  return {
    executablePath: findChromium(),
    args: [
      // The pages are our own; in containers the sandbox has no rights to start.
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-color-profile=srgb',
      // No other host has an address.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  };
}

/** The path of a Chromium: `CHROMIUM_PATH`, or the first of its usual names that exists. Throws an error that says what was looked for. */
function findChromium(): string {
  const { CHROMIUM_PATH: asked = '', PATH = '' } = process.env;
  if (asked !== '') {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH names ${asked}, and there is no such file.`);
  }
  const folders = PATH.split(path.delimiter).filter((folder) => folder !== '');
  const found = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...PLACES].find(existsSync);
  if (found !== undefined) return found;
  throw new Error(`No Chromium was found (${NAMES.join(', ')}). Install one, or set CHROMIUM_PATH to its path.`);
}
