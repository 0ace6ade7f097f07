/** Which articles are listed; what is null does not matter. The names are those of `GET /api/articles`, and of the page's address. */
export const FIELDS = ['q', 'language', 'source', 'from', 'to', 'country', 'place', 'type', 'tag', 'collection', 'alike'] as const;
export type Field = (typeof FIELDS)[number];
export type LibraryQuery = Readonly<Record<Field, string | null>>;

/** Everything: nothing is asked for. */
export const NO_QUERY = Object.fromEntries(FIELDS.map((field) => [field, null])) as LibraryQuery;

/** Reads what is asked out of an address's query. What it does not know counts as left out. */
export function parseLibraryQuery(params: { get(name: string): string | null }): LibraryQuery {
  return Object.fromEntries(FIELDS.map((field) => [field, params.get(field)?.trim() || null])) as LibraryQuery;
}

/** The query that `parseLibraryQuery` reads, with what is left out left out: `q=x&tag=y`, or nothing at all. */
export function formatLibraryQuery(query: LibraryQuery): string {
  const params = new URLSearchParams();
  for (const field of FIELDS) {
    const value = query[field];
    if (value !== null && value !== '') params.set(field, value);
  }
  return params.toString();
}
