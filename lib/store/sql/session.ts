/** What a statement's `?` stands for. */
export type Param = string | number | null | Uint8Array;

/** A connection, or a transaction on one. SQL is written once for both stores, with `?` for parameters. */
export interface Session {
  all<Row>(sql: string, params?: readonly Param[]): Promise<Row[]>;
  /**
   * Inserts rows, many in one go where the database likes that, and gives what `suffix` (`ON CONFLICT … RETURNING …`)
   * returns for them.
   */
  insert<Row>(into: string, columns: readonly string[], rows: readonly (readonly Param[])[], suffix?: string): Promise<Row[]>;
}

/** A database with the ways in which it differs from the other one. */
export interface Database extends Session {
  readonly kind: 'sqlite' | 'postgis';
  readonly location: string;
  /** Runs `work` whole or not at all; what it returned is on the disk when the promise resolves. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** A session that sees everything as of now, until `done`. */
  frozen(): Promise<{ session: Session; done: () => Promise<void> }>;
  close(): Promise<void>;
  readonly dialect: Dialect;
}

/** A piece of SQL with its parameters. */
export interface Sql {
  readonly sql: string;
  readonly params: readonly Param[];
}

export interface Dialect {
  /** Counters of the pyramid are kept in so many parts, one for each writer, so that writers do not wait for each other. */
  readonly slot: () => number;
  /** Before a column: its index is not to be used. Not wanted by a planner that knows how much it finds, and would only guess. */
  readonly unindexed: '+' | '';
  /** The column of the table `words` that takes the words of an article, with spaces between. */
  readonly wordColumn: string;
  /**
   * Rows of `words`, back from the latest, in which a page is looked for before it is looked for in more of them; null
   * where the index of words is read in the order of its rows, so that it can be left as soon as a page is full.
   */
  readonly searchSpan: number | null;
  /** Condition that row `w` of `words` has all the words. */
  matches(words: readonly { readonly word: string; readonly isPrefix: boolean }[]): Sql;
  /**
   * Condition that the box of row `alias` of `table` (columns west to north) may touch one of the boxes, by its index;
   * null where the index would find too much of the table, and going through it in order finds a page sooner.
   */
  inBoxes(session: Session, table: 'incidents' | 'places', alias: string, boxes: readonly Bounds[]): Promise<Sql | null>;
  /** Makes a tile of the counts of its cells: rows with `cell`, `status`, `precision`, `type`, `n`, `sum_x`, `sum_y`. */
  tile(session: Session, counts: Sql, frame: Frame): Promise<Uint8Array>;
}

/** Where a tile lies in the world's own units (`world.ts`), and how wide it is. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Of the pyramid: the zoom of the squares that its points stand for. */
  readonly level: number;
}

/** West, south, east, north; west is never greater than east. */
export type Bounds = readonly [number, number, number, number];

/** The WHERE of a query as it grows. */
export class Conditions {
  private readonly parts: string[] = [];
  readonly params: Param[] = [];

  add(sql: string, ...params: readonly Param[]): void {
    this.parts.push(sql);
    this.params.push(...params);
  }

  get sql(): string {
    return this.parts.length === 0 ? 'TRUE' : this.parts.join(' AND ');
  }
}

/** `(?, ?, ?)` for so many parameters. */
export function placeholders(count: number): string {
  return `(${Array.from({ length: count }, () => '?').join(', ')})`;
}
