import type { Desk } from './desk';
import { eventually } from './eventually';

/** Longer than the page waits before it writes the view into the address, in milliseconds. */
const REST_MS = 900;

/** Where the camera stands, as the address says: `zoom/lat/lon`; null where it says nothing. */
export function viewIn({ page }: Desk): string | null {
  return new URL(page.url()).searchParams.get('map');
}

/** Waits until the address says another view than `before`, and goes on saying it. */
export async function rested(desk: Desk, before: string | null = null): Promise<string> {
  await eventually(async () => expect(viewIn(desk)).not.toBe(before));
  for (let last = viewIn(desk); ;) {
    await desk.ready();
    await desk.page.waitForTimeout(REST_MS);
    // A page that is busy drawing has its timers late: it has to have come to a frame in the meantime.
    await desk.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))));
    const now = viewIn(desk);
    if (now === last && now !== null) return now;
    last = now;
  }
}
