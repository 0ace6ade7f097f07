import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import en from '../../data/messages/en/share.json';
import type { Desk } from './desk';

type Format = keyof typeof en.formats;

/** Opens the menu and downloads a format; gives the file's name and bytes, and where it lies. */
export async function download(
  desk: Desk,
  format: Format,
  words: { readonly title: string; readonly button: string } = en,
  byKeyboard = false,
) {
  const panel = desk.page.getByRole('dialog', { name: words.title });
  const press = async (button: Locator) => {
    if (!byKeyboard) return button.click();
    await button.focus();
    await desk.page.keyboard.press('Enter');
  };
  if (!(await panel.isVisible())) await press(desk.page.getByRole('button', { name: words.button, exact: true }));
  const [file] = await Promise.all([
    desk.page.waitForEvent('download', { timeout: 30_000 }),
    press(panel.locator(`button[data-format="${format}"]`)),
  ]);
  const at = path.join(tmpdir(), `incidentmap-e2e-${process.pid}-${file.suggestedFilename()}`);
  await file.saveAs(at);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(at)), at, panel };
}
