import type { Gazetteer } from '../gazetteer/gazetteer';
import type { NameMatch } from './scan';

/** Fame, of 255, under which a place is known to few readers, from which to many, and from which to all. */
export const SMALL_FAME = 115;
export const KNOWN_FAME = 130;
export const FAMOUS = 160;

/** Whether many readers know the most famous place of a match's name. */
export function isKnown(gazetteer: Gazetteer, match: NameMatch): boolean {
  return (gazetteer.fame[gazetteer.topPlace(match.name)] ?? 0) >= KNOWN_FAME;
}
