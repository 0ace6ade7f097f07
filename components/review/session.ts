import type { Selection } from '@/components/map/selection';
import type { Where } from '@/lib/review/corrections';
import type { Shape } from '@/lib/review/shapes';
import type { ArticleMap, Coordinates, Kind, PlaceFeature } from '@/lib/types';
import type { Cursor, ReviewItem } from './items';

/** What stands open in the review beside the item itself. */
export type Open = 'search' | 'hand' | 'edit' | 'mark' | null;

/** Where a selection on the desk puts the reviewer; null where it says nothing. */
export function cursorOfSelection(map: ArticleMap, selection: Selection | null): Cursor | null {
  if (selection === null) return null;
  if ('incidentId' in selection) return { incident: selection.incidentId };
  const mention = map.features.find(({ id }) => id === selection.placeId)?.properties.mentions[selection.mention];
  return mention ? { mention: mention.start } : null;
}

/** What is selected on the desk for an item; a name without a place cannot be. */
export function selectionOfItem(item: ReviewItem, cursor: Cursor | null): Selection | null {
  if (item.type === 'unlocated') return null;
  if (item.type === 'incident') return { incidentId: item.incident.id, mention: 0 };
  const at =
    cursor !== null && 'mention' in cursor ? item.feature.properties.mentions.findIndex(({ start }) => start === cursor.mention) : 0;
  return { placeId: item.feature.id, mention: Math.max(0, at) };
}

/** Stands for an item as long as it is the same place, name or incident. */
export function keyOfItem(item: ReviewItem | null): string {
  if (item === null) return '';
  if (item.type === 'incident') return `incident ${item.incident.id}`;
  return item.type === 'place' ? `place ${item.feature.id}` : `name ${item.name.name}`;
}

/** Kilometres within which what is drawn by hand is still the place that it was, drawn better. */
const SAME_PLACE_KM = 100;
const KM_PER_DEGREE = 111.2;

/**
 * A drawn shape as a correction has it. Near where the machine had the place, or within it, only its position was wrong:
 * its name and country stay. Farther off it is another place of that name, of which no more is known.
 */
export function drawnWhere(shape: Shape, feature: PlaceFeature | null, kind: Kind | null): Where {
  const same = feature !== null && isNear(pointOf(shape), feature);
  const own = feature?.properties.kind ?? kind;
  return { type: 'shape', shape, kind: own ?? (shape.form === 'area' ? 'region' : 'site'), of: same ? feature.id : null };
}

function pointOf(shape: Shape): Coordinates {
  return shape.form === 'pin' ? shape.point : shape.form === 'circle' ? shape.centre : (shape.ring[0] ?? [0, 0]);
}

function isNear([lon, lat]: Coordinates, { bbox: [west, south, east, north], properties: { labelPoint } }: PlaceFeature): boolean {
  if (lon >= west && lon <= east && lat >= south && lat <= north) return true;
  const along = (lon - labelPoint[0]) * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(along, lat - labelPoint[1]) * KM_PER_DEGREE <= SAME_PLACE_KM;
}
