import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

let isStarted = false;

/**
 * Has every server of this process take a path that cannot be decoded (`/a%`, `/%ff`) for its letters, so that it leads
 * nowhere: Next would answer it with 500, as a fault of its own (vercel/next.js#94278), before any code of ours is asked.
 * Once for the process.
 */
export function takeUndecodablePathsLiterally(): void {
  if (isStarted) return;
  isStarted = true;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    request.url = decodable(request.url ?? '/');
  });
}

/** The address, with the percent signs of a path that cannot be decoded escaped. */
export function decodable(address: string): string {
  const [path = '', ...query] = address.split('?');
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
