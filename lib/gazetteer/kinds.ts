import type { Kind } from '../types';

/** Kinds that the same head noun may mean: press usage does not tell a town from a city, or a district from a county. */
const FAMILIES: readonly (readonly Kind[])[] = [
  ['city', 'town', 'village', 'neighbourhood', 'camp'],
  ['admin1', 'admin2', 'region', 'territory'],
  ['country', 'territory'],
  ['airport', 'airbase'],
  ['base', 'airbase', 'camp', 'port'],
  ['port', 'city', 'town'],
  ['sea', 'gulf', 'strait', 'lake'],
  ['mountain', 'region', 'village'],
  ['island', 'territory', 'region', 'country'],
  ['desert', 'region'],
  ['site', 'neighbourhood', 'crossing', 'port', 'base'],
];

/** Whether a place of kind `place` may be called by a head noun of kind `head`. */
export function kindsAgree(head: Kind, place: Kind): boolean {
  return head === place || FAMILIES.some((family) => family.includes(head) && family.includes(place));
}

/** Kinds that cover ground at map scale: drawn as areas, and cut by a direction. */
const AREAS: ReadonlySet<Kind> = new Set<Kind>([
  'country',
  'territory',
  'region',
  'admin1',
  'admin2',
  'sea',
  'strait',
  'gulf',
  'river',
  'lake',
  'mountain',
  'desert',
  'island',
  'continent',
]);

export function isArea(kind: Kind): boolean {
  return AREAS.has(kind);
}
