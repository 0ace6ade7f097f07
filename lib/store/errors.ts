/** What the store says where it cannot do what was asked. `code` decides what a caller may do about it. */
export class StoreError extends Error {
  /**
   * By its name: the bundler gives each route a copy of this class of its own, while all of them share one store, whose
   * errors are those of the route that opened it.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StoreError';
  }

  constructor(
    /**
     * unavailable: the database cannot be reached, try later; full: no room on its disk; busy: it took too long or others
     * hold it; conflict: somebody else was first; missing: there is no such thing; invalid: the question is none;
     * corrupt: what is read is not what a store writes.
     */
    readonly code: 'unavailable' | 'full' | 'busy' | 'conflict' | 'missing' | 'invalid' | 'corrupt',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}
