import type { NameMatch } from './scan';

/**
 * Chooses, among matches that overlap, those that stand: the best-scored first, each that touches no token chosen
 * before. Only matches whose log-odds exceed `threshold` are considered. Returns indexes in the order of the text.
 */
export function selectMatches(matches: readonly NameMatch[], scores: readonly number[], threshold: number): number[] {
  const order: number[] = [];
  for (let i = 0; i < matches.length; i++) if ((scores[i] ?? -Infinity) > threshold) order.push(i);
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const taken = new Set<number>();
  const chosen: number[] = [];
  for (const index of order) {
    const match = matches[index];
    if (!match) continue;
    let free = true;
    for (let token = match.first; token <= match.last && free; token++) free = !taken.has(token);
    if (!free) continue;
    for (let token = match.first; token <= match.last; token++) taken.add(token);
    chosen.push(index);
  }
  return chosen.sort((a, b) => (matches[a]?.first ?? 0) - (matches[b]?.first ?? 0));
}
