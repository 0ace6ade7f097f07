/** What the store says where it cannot do what was asked. `code` decides what a caller may do about it. */
export class StoreError extends Error {
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
