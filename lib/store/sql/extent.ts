/** Units of a tile's side. */
export const EXTENT = 4096;
