/** Why a file or a page gives no article. */
export const INGEST_PROBLEMS = [
  /** Not an http or https address, or one with a password or an odd port in it. */
  'bad-address',
  /** The address leads into a network that is not to be called. */
  'address-refused',
  /** Nobody answers under the address, or it answers that there is nothing. */
  'unreachable',
  'too-many-redirects',
  'too-large',
  'too-slow',
  /** A kind of file or page that is not read. */
  'unsupported',
  /** Of a kind that is read, but broken, locked, or made to do harm. */
  'unreadable',
  /** There is no text in it, or none that is an article. */
  'no-text',
] as const;
export type IngestProblem = (typeof INGEST_PROBLEMS)[number];

/** A file or a page that gives no article. The message says what was wanted and what was got. */
export class IngestError extends Error {
  constructor(
    readonly code: IngestProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'IngestError';
  }
}

/** The code by which Node names an error; empty where it has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
