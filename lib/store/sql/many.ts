/** Where the index of boxes or words finds so many rows, going through the table in order finds a page sooner. */
export const MANY = 4_000;
