/**
 * Where two JSON values differ, as paths (`features.0.id`), at most `limit` of them; none where they say the same. The
 * order of an object's keys is no difference, that of an array is.
 */
export function differences(a: unknown, b: unknown, limit: number, path = ''): string[] {
  if (Object.is(a, b)) return [];
  if (!isBranch(a) || !isBranch(b) || Array.isArray(a) !== Array.isArray(b)) return [path || 'everything'];
  const found: string[] = [];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const inner = path === '' ? key : `${path}.${key}`;
    if (!Object.hasOwn(a, key) || !Object.hasOwn(b, key)) found.push(inner);
    else found.push(...differences(a[key], b[key], limit - found.length, inner));
    if (found.length >= limit) break;
  }
  return found;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
