import { RIGHTS, type Method, type Needed, type Right } from './rights';

/** What the table says of a request. */
export interface Found {
  readonly right: Right;
  /** Null where nobody may use this method. */
  readonly needed: Needed | null;
}

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The table's line for a path (percent-encoded, without a query) and a method; null where there is none. */
export function findRight(path: string, method: string): Found | null {
  const right = LINES.find(({ pattern }) => pattern.test(path))?.right;
  return right ? { right, needed: right[methodOf(method)] ?? null } : null;
}

/** Whether the first part of a path is a folder of `app/` that answers with data and not with pages. */
export function isDataFolder(first: string): boolean {
  return DATA_FOLDERS.has(first);
}

/** The methods of a line that somebody may use. */
export function methodsOf(right: Right): readonly Method[] {
  return METHODS.filter((method) => right[method] !== undefined);
}

const DATA_FOLDERS = new Set(RIGHTS.map(({ route }) => route.split('/')[1] ?? '').filter((first) => first !== '[locale]'));

/** HEAD and OPTIONS are answered by what answers GET, or, where there is none, by what there is. */
function methodOf(method: string): Method {
  return METHODS.find((known) => known === method) ?? 'GET';
}

/** As Next does, a name before a `[part]`, and that before `[...the rest]`. */
const LINES = RIGHTS.map((right) => ({ right, pattern: patternOf(right.route) })).sort((a, b) =>
  sortKey(a.right.route) < sortKey(b.right.route) ? -1 : 1,
);

function sortKey(route: string): string {
  return route.replaceAll('[...', '\u{10fffe}').replaceAll('[', '\u{10fffd}');
}

function patternOf(route: string): RegExp {
  const parts = route
    .split('/')
    .slice(1)
    .map((part) => {
      if (part === '[locale]') return '/(?:ar|en)';
      if (part.startsWith('[[...')) return '(?:/.+)?';
      if (part.startsWith('[...')) return '/.+';
      return part.replace(/[^[\]]+|\[[^\]]+\]/g, (piece) => (piece.startsWith('[') ? '[^/]+' : piece.replace(/[.+*?^$(){}|\\]/g, '\\$&')));
    });
  return new RegExp(`^${parts.map((part) => (/^[/(]/.test(part) ? part : `/${part}`)).join('')}/?$`);
}
