import type { ArticleMap, Language, PlaceProperties } from '../types';

/** A map of the library, whose names are English, with its places called by their names in the reader's language where they have one. */
export function inLanguage(map: ArticleMap, reader: Language): ArticleMap {
  return { ...map, features: map.features.map((feature) => ({ ...feature, properties: named(feature.properties, reader) })) };
}

/** A place called by its name in the reader's language; the name that it has where there is none. */
export function named<T extends Pick<PlaceProperties, 'name' | 'names'>>(properties: T, reader: Language): T {
  return { ...properties, name: properties.names[reader] ?? properties.name };
}
