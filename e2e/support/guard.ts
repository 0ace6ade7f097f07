import type { BrowserContext, Page } from 'playwright-core';

/** What no page may do, whatever is done on it. */
export interface Guard {
  /** All that went wrong so far, in words; empty where nothing did. */
  readonly complaints: () => string[];
}

/**
 * Watches a page from its first request: other hosts, errors in the console, uncaught errors, breaches of the content policy,
 * answers of a broken server.
 * @param expected console errors that the test brings about on purpose, such as a request that is refused; each has to come
 */
export async function guard(context: BrowserContext, page: Page, origin: string, expected: readonly RegExp[]): Promise<Guard> {
  const found: string[] = [];
  const errors: string[] = [];
  const own = new URL(origin).host;
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    // A file on the disk is no host: a page that was saved there may open itself.
    if (!['data:', 'blob:', 'file:'].includes(protocol) && host !== own) found.push(`request to another host: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) found.push(`answer ${response.status()} from ${response.url()}`);
  });
  page.on('websocket', (socket) => found.push(`socket to ${socket.url()}`));
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => found.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  await page.exposeFunction('reportBreach', (breach: string) => found.push(`content policy: ${breach}`));
  await page.addInitScript(() => {
    const report = (globalThis as unknown as { reportBreach: (breach: string) => void }).reportBreach;
    document.addEventListener('securitypolicyviolation', (event) => report(`${event.violatedDirective} ${event.blockedURI}`));
  });
  return {
    complaints: () => [
      ...found,
      ...errors.filter((error) => !expected.some((pattern) => pattern.test(error))).map((error) => `console: ${error}`),
      ...expected.filter((pattern) => !errors.some((error) => pattern.test(error))).map((pattern) => `console never said ${pattern}`),
    ],
  };
}
