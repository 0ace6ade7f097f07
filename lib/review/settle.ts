import type { ArticleMap, FeatureMention, PlaceFeature, Review, UnlocatedName } from '../types';

/** Puts a corrected map in order: places by first mention, and of each its role, whose word it is, and how sure. */
export function settle(map: ArticleMap, machine: ArticleMap): ArticleMap {
  const own = new Map(machine.features.map((feature) => [feature.id, feature]));
  const firstOf = ({ mentions }: { readonly mentions: readonly FeatureMention[] }) => mentions[0]?.start ?? 0;
  const features = map.features
    .map((feature) => (own.get(feature.id) === feature ? feature : settled(feature)))
    .sort((a, b) => firstOf(a.properties) - firstOf(b.properties));
  const unlocated = map.unlocated.map((name): UnlocatedName => ({ ...name, review: reviewOf(name.mentions) }));
  return { ...map, features, unlocated: unlocated.sort((a, b) => firstOf(a) - firstOf(b)) };
}

function settled(feature: PlaceFeature): PlaceFeature {
  const { mentions, confidence } = feature.properties;
  const review = reviewOf(mentions);
  return {
    ...feature,
    properties: {
      ...feature.properties,
      role: mentions.some(({ role }) => role === 'literal') ? 'literal' : 'associative',
      confidence: review.by === 'human' ? 1 : review.remembered ? Math.max(...mentions.map((one) => one.confidence)) : confidence,
      review,
    },
  };
}

/** A person's word where they had all of the mentions in hand, and then the last of it; else the machine's. */
function reviewOf(mentions: readonly FeatureMention[]): Review {
  const reviews = mentions.map(({ review }): Review => review ?? { by: 'machine' });
  const human = reviews.filter((review) => review.by === 'human');
  if (human.length < reviews.length || human.length === 0)
    return reviews.some((review) => review.by === 'machine' && review.remembered) ? { by: 'machine', remembered: true } : { by: 'machine' };
  return human.reduce((last, review) => (review.at >= last.at ? review : last));
}
