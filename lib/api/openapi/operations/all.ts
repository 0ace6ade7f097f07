import type { Operation } from '../operation';
import { ACCESS_OPERATIONS } from './access';
import { ENGINE_OPERATIONS } from './engine';
import { INGEST_OPERATIONS } from './ingest';
import { LIBRARY_OPERATIONS } from './library';
import { MAP_OPERATIONS } from './map';

/** Every method of every address. A test finds the route that is not in it. */
export const OPERATIONS: readonly Operation[] = [
  ...ENGINE_OPERATIONS,
  ...LIBRARY_OPERATIONS,
  ...INGEST_OPERATIONS,
  ...MAP_OPERATIONS,
  ...ACCESS_OPERATIONS,
];
