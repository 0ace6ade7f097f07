import { join1, join2 } from './hash';
import { NO_VALUE, TokenTable } from './token-table';
import { tokenize } from './tokenize';

/**
 * Puts phrases into a table: the value of one is the number, from 1, of its entry. All phrases are read as one text, since a
 * call for each would be most of the work.
 * @param what whose phrases they are, for the error
 * @param merge gives the entry of an item's phrase; `known` is the one that the phrase already has, which has to be given back
 * @throws Error where a phrase has no letters
 */
export function tablePhrases<I extends { readonly phrase: string }, E>(
  what: string,
  items: readonly I[],
  merge: (item: I, known: E | null) => E,
): { readonly table: TokenTable; readonly entries: E[] } {
  const tokens = tokenize(items.map(({ phrase }) => phrase).join('\n'));
  const table = TokenTable.withCapacity(tokens.count);
  const entries: E[] = [];
  let token = 0;
  let end = -1;
  for (const item of items) {
    end += item.phrase.length + 1;
    const first = token;
    let h1 = 0;
    let h2 = 0;
    for (; token < tokens.count && (tokens.start[token] ?? 0) < end; token++) {
      if (token > first) table.set(h1, h2, null);
      h1 = token === first ? (tokens.hash1[token] ?? 0) : join1(h1, tokens.hash1[token] ?? 0);
      h2 = token === first ? (tokens.hash2[token] ?? 0) : join2(h2, tokens.hash2[token] ?? 0);
    }
    if (token === first) throw new Error(`${what}: "${item.phrase}" has no letters`);
    const value = table.get(h1, h2) & NO_VALUE;
    const known = value === 0 || value === NO_VALUE ? null : (entries[value - 1] ?? null);
    const entry = merge(item, known);
    if (known === null) table.set(h1, h2, entries.push(entry));
  }
  return { table, entries };
}
