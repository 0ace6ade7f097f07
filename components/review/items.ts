import type { ArticleMap, FeatureMention, MapIncident, PlaceFeature, UnlocatedName } from '@/lib/types';
import { isChecked } from './reviewedWords';

/** One thing to be checked: a place with all its mentions, a name without a place, or an incident. */
export type ReviewItem =
  | { readonly type: 'place'; readonly checked: boolean; readonly feature: PlaceFeature }
  | { readonly type: 'unlocated'; readonly checked: boolean; readonly name: UnlocatedName }
  | { readonly type: 'incident'; readonly checked: boolean; readonly incident: MapIncident };

/** Where the reviewer is: at a mention, which keeps its place when its feature changes, or at an incident. */
export type Cursor = { readonly mention: number } | { readonly incident: string };

export interface Progress {
  readonly checked: number;
  readonly all: number;
}

/** All that is to be checked: the names in the order of the text, then the incidents, whose places depend on them. */
export function reviewItems({ features, unlocated, incidents }: ArticleMap): ReviewItem[] {
  const names: ReviewItem[] = [
    ...features.map((feature): ReviewItem => ({ type: 'place', feature, checked: isChecked(feature.properties.review) })),
    ...unlocated.map((name): ReviewItem => ({ type: 'unlocated', name, checked: isChecked(name.review) })),
  ];
  const started = (item: ReviewItem) => mentionsOf(item)[0]?.start ?? 0;
  return [
    ...names.sort((a, b) => started(a) - started(b)),
    ...incidents.map((incident): ReviewItem => ({ type: 'incident', incident, checked: isChecked(incident.review) })),
  ];
}

/** How much of it is done. What was taken out of the map was checked too. */
export function progressOf(items: readonly ReviewItem[], map: ArticleMap, machine: ArticleMap): Progress {
  const still = new Set(
    [...map.features.flatMap(({ properties }) => properties.mentions), ...map.unlocated.flatMap((name) => name.mentions)].map(keyOf),
  );
  const gone = [...machine.features.map(({ properties }) => properties.mentions), ...machine.unlocated.map((name) => name.mentions)].filter(
    (mentions) => !mentions.some((mention) => still.has(keyOf(mention))),
  );
  const told = new Set(map.incidents.map(({ id }) => id));
  const away = gone.length + machine.incidents.filter(({ id }) => !told.has(id)).length;
  return { checked: items.filter(({ checked }) => checked).length + away, all: items.length + away };
}

/** The mentions of a name; of an incident, none. */
export function mentionsOf(item: ReviewItem): readonly FeatureMention[] {
  if (item.type === 'incident') return [];
  return item.type === 'place' ? item.feature.properties.mentions : item.name.mentions;
}

export function cursorOf(item: ReviewItem): Cursor {
  return item.type === 'incident' ? { incident: item.incident.id } : { mention: mentionsOf(item)[0]?.start ?? 0 };
}

/** The item that a cursor points at; where what it pointed at is gone, none. */
export function itemAt(items: readonly ReviewItem[], cursor: Cursor | null): ReviewItem | null {
  if (cursor === null) return null;
  const found =
    'incident' in cursor
      ? items.find((item) => item.type === 'incident' && item.incident.id === cursor.incident)
      : items.find((item) => mentionsOf(item).some(({ start }) => start === cursor.mention));
  return found ?? null;
}

/** The next item that nobody has checked, after one and around the end; null where all are. */
export function nextUnchecked(items: readonly ReviewItem[], after: ReviewItem | null): ReviewItem | null {
  const from = after === null ? -1 : items.indexOf(after);
  const ahead = [...items.slice(from + 1), ...items.slice(0, Math.max(0, from))];
  return ahead.find(({ checked }) => !checked) ?? null;
}

function keyOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}-${end}`;
}
