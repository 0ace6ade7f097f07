/** Runs once as the server starts: the gazetteer is read then, and not while the first visitor waits. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { sharedEngine } = await import('@/lib/api/geoparse-request');
  sharedEngine();
}
