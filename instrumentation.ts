/** Runs once when the server starts: a variable that cannot be used is said at once, and not to the first visitor. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  (await import('./lib/api/check-config')).checkConfig();
  (await import('./lib/api/undecodable-paths')).takeUndecodablePathsLiterally();
  (await import('./lib/api/webhook-timer')).startWebhooks();
}
