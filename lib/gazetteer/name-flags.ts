/** Bits of `Gazetteer.postingFlags`: how a place comes by a name. */

/** Its main name, in GeoNames' own or ASCII spelling, or an official or curated one. */
export const PRIMARY = 1;
export const ALTERNATE = 2;
/** Counts only with its capitals or periods: US, U.S. */
export const ABBREVIATION = 4;
/** In Arabic script. */
export const ARABIC = 8;
/** Made by rule, not found in a source. */
export const DERIVED = 16;
/** An administrative name without its generic noun: Anbar for Anbar Governorate. */
export const BARE = 32;
/** A consonant skeleton of its Latin name (`skeleton.ts`), by which a text in Arabic may have heard it. */
export const SKELETON = 64;
