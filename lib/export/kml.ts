import { toKML } from '@placemarkio/tokml';
import type { ArticleMap } from '../types';

/** Articles' places as one KML document: one placemark each, its quotes as the description. */
export function toKml(maps: readonly ArticleMap[]): string {
  const features = maps
    .flatMap((map) => map.features)
    .map((feature) => ({
      type: 'Feature' as const,
      id: feature.id,
      geometry: feature.geometry,
      properties: {
        name: feature.properties.name,
        description: feature.properties.mentions.map((mention) => mention.quote.text).join('\n\n'),
        kind: feature.properties.kind,
        role: feature.properties.role,
        wherePrecision: feature.properties.wherePrecision,
        confidence: feature.properties.confidence,
      },
    }));
  return toKML({ type: 'FeatureCollection', features });
}
