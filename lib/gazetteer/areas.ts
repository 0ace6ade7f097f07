import type { Geometry } from 'geojson';
import { type Format, Sections } from './sections';
import { StringTable } from './strings';

export const AREAS_FORMAT: Format = { magic: 'IMAR', version: 1 };

/** Geometries kept parsed: more than one article names, fewer than would be felt in memory. */
const KEPT = 64;

/**
 * The areas of places that are areas: countries, divisions, continents and curated ones, simplified to 20 kB at most.
 * Each is JSON text until someone asks for it.
 */
export class Areas {
  private readonly kept = new Map<string, Geometry>();

  private constructor(
    private readonly indexById: ReadonlyMap<string, number>,
    private readonly texts: StringTable,
  ) {}

  /** Reads an index in place. Throws an Error that says what was got and wanted. */
  static from(buffer: ArrayBuffer): Areas {
    const sections = Sections.open(buffer, AREAS_FORMAT);
    const ids = sections.text('ids').split('\n');
    return new Areas(new Map(ids.map((id, i) => [id, i])), new StringTable(sections.uint32('texts.starts'), sections.bytes('texts.bytes')));
  }

  get ids(): string[] {
    return [...this.indexById.keys()];
  }

  has(id: string): boolean {
    return this.indexById.has(id);
  }

  /** The area of a place by its id, RFC 7946, or null where it has none. Shared between callers: not to be changed. */
  geometry(id: string): Geometry | null {
    const index = this.indexById.get(id);
    if (index === undefined) return null;
    let geometry = this.kept.get(id);
    if (geometry === undefined) geometry = JSON.parse(this.texts.get(index)) as Geometry;
    // The most recently used stands last.
    this.kept.delete(id);
    this.kept.set(id, geometry);
    if (this.kept.size > KEPT) for (const oldest of this.kept.keys()) return this.forget(oldest, geometry);
    return geometry;
  }

  private forget(id: string, result: Geometry): Geometry {
    this.kept.delete(id);
    return result;
  }
}
