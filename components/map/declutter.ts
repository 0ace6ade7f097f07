import type { Body } from './fan-out';
import { overlaps } from './fan-out';

/** A mark's name beside its disc; `disc` is the index of that disc among the bodies. */
export interface Name extends Body {
  readonly disc: number;
}

/**
 * Which names can be written: by rank, each that lies over no disc but its own and over no name written before.
 * A cartographer leaves a name out rather than printing two into each other; it is written again a zoom closer.
 */
export function fitNames(names: readonly Name[], discs: readonly Body[], before: readonly Body[] = []): boolean[] {
  const written = [...before];
  const fits = names.map(() => false);
  const order = names.map((name, i) => ({ name, i })).sort((a, b) => a.name.rank - b.name.rank);
  for (const { name, i } of order) {
    const free = !discs.some((disc, at) => at !== name.disc && overlaps(name, disc)) && !written.some((other) => overlaps(name, other));
    if (!free) continue;
    fits[i] = true;
    written.push(name);
  }
  return fits;
}
