import { geoPrecision } from '../geojson/precision';
import type { ArticleMap, FeatureMention, MapIncident, PlaceFeature, Review, Span, UnlocatedName } from '../types';

/** Where mentions go: to a place (its own mentions stay, where the map has it already), among the names without one, or away. */
export type Goal = PlaceFeature | 'unlocated' | 'nowhere';

/**
 * Takes mentions out of wherever they stand and puts them where they belong, each with its review; the incidents that they
 * gave a place to go with them. Places that are left without a mention go. `added`: mentions that the map may not have yet.
 */
export function moveMentions(
  map: ArticleMap,
  spans: readonly Span[],
  goal: Goal,
  review: Review,
  added: readonly FeatureMention[] = [],
): ArticleMap {
  const keys = new Set(spans.map(keyOf));
  const isMeant = (mention: Span) => keys.has(keyOf(mention));
  const known = [...map.features.flatMap(({ properties }) => properties.mentions), ...map.unlocated.flatMap(({ mentions }) => mentions)];
  const taken = uniqueBySpan(added.length > 0 ? added : known.filter(isMeant));
  if (taken.length === 0) return map;
  const mentions = taken.map((mention) => ({ ...mention, confidence: review.by === 'human' ? 1 : REMEMBERED, review }));
  const features = map.features.map((feature) =>
    withMentions(
      feature,
      feature.properties.mentions.filter((one) => !isMeant(one)),
    ),
  );
  const left = features.filter(({ properties }) => properties.mentions.length > 0);
  const unlocated = map.unlocated
    .map((name) => ({ ...name, mentions: name.mentions.filter((one) => !isMeant(one)) }))
    .filter((name) => name.mentions.length > 0);
  const moved = {
    ...map,
    features: typeof goal === 'string' ? left : joined(left, goal, mentions),
    unlocated: goal === 'unlocated' ? joinedNames(unlocated, mentions) : unlocated,
  };
  const target = typeof goal === 'string' ? null : goal;
  const wordsOf = ({ spans: { place } }: MapIncident) => mentions.find((one) => place && one.start < place.end && place.start < one.end);
  return {
    ...moved,
    incidents: map.incidents.map((incident) => {
      const before = map.features.find(({ id }) => id === incident.placeId);
      if (!before || !before.properties.mentions.some(isMeant)) return incident;
      const stays = left.some(({ id }) => id === before.id) && !(incident.spans.place && isMeant(incident.spans.place));
      return stays ? incident : placed(incident, target, wordsOf(incident));
    }),
  };
}

/** What a place is worth that a person chose for this name in another article. */
const REMEMBERED = 0.9;

/** The machine's mentions that share words with what a person marked; not those of a whole phrase, "between Homs and Hama". */
export function overlapped({ features, unlocated }: ArticleMap, marked: readonly Span[]): Span[] {
  const single = features.filter(({ properties }) => (properties.relation?.other ?? null) === null);
  return [...single.flatMap(({ properties }) => properties.mentions), ...unlocated.flatMap(({ mentions }) => mentions)].filter((mention) =>
    marked.some(({ start, end }) => mention.start < end && start < mention.end),
  );
}

/** Says of mentions that a person has looked at them, where they stand. */
export function reviewMentions(map: ArticleMap, spans: readonly Span[], review: Review): ArticleMap {
  const keys = new Set(spans.map(keyOf));
  const features = map.features.map((feature) =>
    feature.properties.mentions.some((mention) => keys.has(keyOf(mention)))
      ? withMentions(
          feature,
          feature.properties.mentions.map((mention) => (keys.has(keyOf(mention)) ? { ...mention, confidence: 1, review } : mention)),
        )
      : feature,
  );
  return { ...map, features };
}

/** An incident at a place that some words give, or at none; without words they stay the same. */
export function placed(incident: MapIncident, place: PlaceFeature | null, words?: Span): MapIncident {
  const where = place?.properties.wherePrecision ?? null;
  const { unlocated, ...rest } = incident;
  return {
    ...rest,
    ...(place === null && unlocated !== undefined ? { unlocated } : {}),
    placeId: place?.id ?? null,
    wherePrecision: where,
    geoPrecision: where && geoPrecision(where),
    spans: { ...incident.spans, place: place && (words ? { start: words.start, end: words.end } : incident.spans.place) },
  };
}

function joined(features: readonly PlaceFeature[], goal: PlaceFeature, mentions: readonly FeatureMention[]): PlaceFeature[] {
  const there = features.find(({ id }) => id === goal.id);
  const all = uniqueBySpan([...mentions, ...(there?.properties.mentions ?? [])]).sort((a, b) => a.start - b.start);
  return there ? features.map((one) => (one === there ? withMentions(one, all) : one)) : [...features, withMentions(goal, all)];
}

function joinedNames(unlocated: readonly UnlocatedName[], mentions: readonly FeatureMention[]): UnlocatedName[] {
  const names = new Map(unlocated.map((name) => [name.name, name]));
  for (const mention of mentions) {
    const name = names.get(mention.text) ?? { name: mention.text, kind: null, mentions: [] };
    names.set(mention.text, { ...name, mentions: [...name.mentions, mention].sort((a, b) => a.start - b.start) });
  }
  return [...names.values()];
}

function withMentions(feature: PlaceFeature, mentions: readonly FeatureMention[]): PlaceFeature {
  return mentions.length === feature.properties.mentions.length && mentions.every((one, i) => one === feature.properties.mentions[i])
    ? feature
    : { ...feature, properties: { ...feature.properties, mentions } };
}

function uniqueBySpan(mentions: readonly FeatureMention[]): FeatureMention[] {
  const seen = new Set<string>();
  return mentions.filter((mention) => !seen.has(keyOf(mention)) && seen.add(keyOf(mention)));
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}
