import { TokenTable } from '../text/token-table';
import { KINDS, type Place } from '../types';
import { type Format, Sections } from './sections';
import { StringTable } from './strings';

export const GAZETTEER_FORMAT: Format = { magic: 'IMGZ', version: 2 };

/** Places kept unpacked: one article asks for each of its places many times, and articles for the same ones. */
const MAX_UNPACKED = 4096;

/** No place: in columns that hold place indexes. */
export const NONE = 0xffffffff;

/** Bits of `Gazetteer.flags`. */
/** Named for someone as often as for itself: the Kremlin, the White House. */
export const METONYM = 1;
/** `Areas` has its geometry. */
export const HAS_AREA = 2;
/** Its point is no survey's: drawn by hand, or a rule's. */
export const APPROXIMATE = 4;
/** Its area is no outline but a circle by its kind: only about as large as it is. */
export const CIRCLE = 8;

/** Separates the English from the Arabic name in the string table. */
export const NAME_SEPARATOR = '\u0000';

/**
 * Every place the engine knows, with an index of their names: columns by place index over one buffer.
 *
 * Names are looked up in `names` token by token; a value less one is a name's index into `postingStart`, between whose
 * entries its places stand in `postingPlace`, most famous first, each with bits of `name-flags.ts` in `postingFlags`.
 */
export class Gazetteer {
  readonly version: string;
  readonly placeCount: number;
  /** Names that are written so: consonant skeletons do not count. */
  readonly nameCount: number;
  /** The index that stands for names the gazetteer does not have: no place bears it. */
  readonly unknownName: number;
  readonly names: TokenTable;
  /** Nationalities: value less one is a country's index into `countryCodes`. */
  readonly demonyms: TokenTable;
  readonly postingStart: Uint32Array;
  readonly postingPlace: Uint32Array;
  readonly postingFlags: Uint8Array;
  /** Index into KINDS. */
  readonly kind: Uint8Array;
  /** Index into `countryCodes`; 0 where it lies in none or in several. */
  readonly country: Uint8Array;
  /** ISO 3166-1 alpha-2, the first of them empty. */
  readonly countryCodes: readonly string[];
  readonly lon: Float32Array;
  readonly lat: Float32Array;
  readonly population: Uint32Array;
  /** Index into FEATURE_CODES. */
  readonly featureCode: Uint8Array;
  /** Prior of being meant at all, log scale, 0 to 255: countries highest, then capitals. */
  readonly fame: Uint8Array;
  /** Place index of the first-level division it lies in, or NONE. */
  readonly admin1: Uint32Array;
  readonly admin2: Uint32Array;
  readonly flags: Uint8Array;

  private readonly ids: StringTable;
  private readonly labels: StringTable;
  private readonly countryPlaces: Uint32Array;
  private readonly neighbourStart: Uint32Array;
  private readonly neighbourCountry: Uint8Array;
  private slots: Uint32Array | null = null;
  private readonly unpacked = new Map<number, Place>();

  private constructor(sections: Sections) {
    this.version = sections.text('version');
    this.countryCodes = sections.text('countryCodes').split(',');
    this.names = TokenTable.from(sections.int32('names.hash1'), sections.int32('names.hash2'), sections.uint32('names.values'));
    this.demonyms = TokenTable.from(sections.int32('demonyms.hash1'), sections.int32('demonyms.hash2'), sections.uint32('demonyms.values'));
    this.postingStart = sections.uint32('postingStart');
    this.postingPlace = sections.uint32('postingPlace');
    this.postingFlags = sections.bytes('postingFlags');
    this.kind = sections.bytes('kind');
    this.country = sections.bytes('country');
    this.lon = sections.float32('lon');
    this.lat = sections.float32('lat');
    this.population = sections.uint32('population');
    this.featureCode = sections.bytes('featureCode');
    this.fame = sections.bytes('fame');
    this.admin1 = sections.uint32('admin1');
    this.admin2 = sections.uint32('admin2');
    this.flags = sections.bytes('flags');
    this.countryPlaces = sections.uint32('countryPlaces');
    this.neighbourStart = sections.uint32('neighbourStart');
    this.neighbourCountry = sections.bytes('neighbourCountry');
    this.ids = new StringTable(sections.uint32('ids.starts'), sections.bytes('ids.bytes'));
    this.labels = new StringTable(sections.uint32('labels.starts'), sections.bytes('labels.bytes'));
    this.placeCount = this.kind.length;
    this.nameCount = sections.uint32('nameCount')[0] ?? 0;
    this.unknownName = this.postingStart.length - 1;
  }

  /** Reads an index in place: the buffer is kept, not copied. Throws an Error that says what was got and wanted. */
  static from(buffer: ArrayBuffer): Gazetteer {
    return new Gazetteer(Sections.open(buffer, GAZETTEER_FORMAT));
  }

  /** The country itself, by its index into `countryCodes`, or NONE. */
  countryPlace(code: number): number {
    return this.countryPlaces[code] ?? NONE;
  }

  /** The most famous place of a name, or NONE. */
  topPlace(name: number): number {
    return this.postingPlace[this.postingStart[name] ?? this.postingPlace.length] ?? NONE;
  }

  /** Indexes into `countryCodes` of the countries that share a land border with one. */
  neighbours(country: number): readonly number[] {
    return [...this.neighbourCountry.subarray(this.neighbourStart[country], this.neighbourStart[country + 1])];
  }

  /** The index of a place by its id, or -1. The first call takes some 50 ms: it hashes every id. */
  indexOf(id: string): number {
    const slots = (this.slots ??= this.ids.slots());
    return this.ids.find(id, slots);
  }

  id(index: number): string {
    return this.ids.get(index);
  }

  /** A place unpacked. Throws a RangeError where there is none of this index. */
  place(index: number): Place {
    const known = this.unpacked.get(index);
    if (known) return known;
    const place = this.unpack(index);
    if (this.unpacked.size >= MAX_UNPACKED) this.unpacked.clear();
    this.unpacked.set(index, place);
    return place;
  }

  private unpack(index: number): Place {
    const kind = KINDS[this.kind[index] ?? -1];
    const [lon, lat] = [this.lon[index], this.lat[index]];
    if (kind === undefined || lon === undefined || lat === undefined)
      throw new RangeError(`gazetteer: wanted a place index below ${this.placeCount}, got ${index}`);
    const admin1 = this.admin1[index] ?? NONE;
    return {
      id: this.ids.get(index),
      kind,
      names: this.label(index),
      countryCode: this.countryCodes[this.country[index] ?? 0] || null,
      admin1: admin1 === NONE ? null : this.label(admin1),
      labelPoint: [rounded(lon), rounded(lat)],
      population: this.population[index] ?? 0,
    };
  }

  /** The main names of a place by its index. */
  label(index: number): Place['names'] {
    const [en = '', ar] = this.labels.get(index).split(NAME_SEPARATOR);
    return { en, ar: ar || null };
  }
}

/** Single precision keeps five decimals of a degree, about a metre; the rest is noise. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
