/** Rows of the edit distance's table, kept: one is asked for a quarter of a million times in a search. */
const MAX_LENGTH = 64;
let above = new Uint8Array(MAX_LENGTH + 1);
let row = new Uint8Array(MAX_LENGTH + 1);

/**
 * Whether `text` from `start` to `end` becomes `wanted` with at most `most` letters put in, left out or changed
 * (Levenshtein's distance, only as much of the table as lies within `most` of its diagonal). Names longer than 64 never do.
 */
export function withinDistance(text: string, start: number, end: number, wanted: string, most: number): boolean {
  const length = end - start;
  const other = wanted.length;
  if (Math.abs(length - other) > most || length > MAX_LENGTH || other > MAX_LENGTH) return false;
  for (let j = 0; j <= other; j++) above[j] = j;
  for (let i = 1; i <= length; i++) {
    const letter = text.charCodeAt(start + i - 1);
    const [from, to] = [Math.max(1, i - most), Math.min(other, i + most)];
    let least = (row[from - 1] = from === 1 ? i : most + 1);
    for (let j = from; j <= to; j++) {
      const changed = (above[j - 1] ?? 0) + (letter === wanted.charCodeAt(j - 1) ? 0 : 1);
      const left = (row[j - 1] ?? 0) + 1;
      const up = j === i + most ? most + 1 : (above[j] ?? 0) + 1;
      const cost = Math.min(changed, left, up);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return false;
    [above, row] = [row, above];
  }
  return (above[other] ?? 0) <= most;
}
