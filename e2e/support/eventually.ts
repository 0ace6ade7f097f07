/** How long the page may take to show what was asked for, in milliseconds. */
const PATIENCE_MS = 5_000;
const STEP_MS = 40;

/** Tries assertions again until all of them hold; throws the last failure where they do not come to. */
export async function eventually(assertions: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ;) {
    try {
      return await assertions();
    } catch (failure) {
      if (Date.now() > until) throw failure;
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  }
}
