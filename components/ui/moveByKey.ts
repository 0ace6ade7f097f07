import type { KeyboardEvent } from 'react';

/** Arrow keys and j/k go from entry to entry of a list, over any heading between; Home and End to the ends. */
export function moveByKey(event: KeyboardEvent<HTMLElement>, entrySelector: string): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>(entrySelector)];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: entries.length - 1 };
  // By the letter, or by its key: on an Arabic keyboard the keys j and k write other letters.
  const to = steps[event.key] ?? steps[event.code.replace(/^Key([A-Z])$/, (_, letter: string) => letter.toLowerCase())];
  if (to === undefined) return;
  event.preventDefault();
  entries[Math.max(0, to)]?.focus();
}
