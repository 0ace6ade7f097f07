import incidents from '@/data/map/incidents.json';

interface TypeLook {
  readonly slug: string;
  readonly paths: readonly string[];
}

const LOOKS: Readonly<Record<string, TypeLook>> = incidents.types;

/** ACLED's event types with ours, in the order in which they are offered. */
export const INCIDENT_TYPES: readonly string[] = Object.keys(LOOKS);

/** The short names of the event types: in the address, and for their colours. */
export const INCIDENT_SLUGS: readonly string[] = Object.values(LOOKS).map(({ slug }) => slug);

export const GLYPH_BOX = incidents.viewBox;

/** A type's short name; `other` for one that is not known. */
export function slugOf(type: string): string {
  return LOOKS[type]?.slug ?? 'other';
}

/** The type that a short name stands for; null for none. */
export function typeOfSlug(slug: string): string | null {
  return INCIDENT_TYPES.find((type) => slugOf(type) === slug) ?? null;
}

/** The outline of a type's glyph; a type that is not known has none. */
export function glyphOf(type: string): readonly string[] {
  return LOOKS[type]?.paths ?? [];
}
