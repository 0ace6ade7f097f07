import { deskTest } from './support/desk';

/** From the start of the navigation to a map that is drawn with all its marks, in milliseconds. Slow machines may set their own. */
const LIMIT_MS = Number(process.env.READY_LIMIT_MS ?? 3_000);
const RUNS = 3;
const WINDOW = { width: 1280, height: 800 };

for (const locale of ['ar', 'en'] as const) {
  deskTest(`the sample's map is ready in under ${LIMIT_MS} ms after a first load (${locale})`, { viewport: WINDOW }, async (desk) => {
    await desk.open(`/${locale}`);
    const took: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const start = performance.now();
      await desk.open(`/${locale}`);
      took.push(Math.round(performance.now() - start));
    }
    took.sort((a, b) => a - b);
    console.info(`Ready after ${took.join(', ')} ms.`);
    // The middle one: a single run may be held up by whatever else the machine does.
    expect(took[1]).toBeLessThan(LIMIT_MS);
  });
}
