/**
 * Runs once when the server starts: a variable that cannot be used is said at once, and not to the first visitor; and from
 * here on every request says where it comes from.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ checkConfig }, { watchPeers }] = await Promise.all([import('./lib/api/check-config'), import('./lib/access/peer')]);
  const config = checkConfig();
  watchPeers(config.access.trustedProxies);
  (await import('./lib/api/undecodable-paths')).takeUndecodablePathsLiterally();
  (await import('./lib/api/webhook-timer')).startWebhooks();
  (await import('./lib/api/feed-timer')).startFeeds(config.feedMinutes);
}
