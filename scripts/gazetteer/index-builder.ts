import { FEATURE_CODES, type FeatureCode } from '../../lib/gazetteer/feature-codes';
import { NAME_SEPARATOR, NONE } from '../../lib/gazetteer/gazetteer';
import { ARABIC, SKELETON } from '../../lib/gazetteer/name-flags';
import { latinSkeletons } from '../../lib/gazetteer/skeleton';
import { KINDS, type Kind } from '../../lib/types';
import { grown, PairTable, StringStore } from './growing';
import { NameIndex } from './name-index';
import type { Name } from './names';

/** A place as a source gives it, on its way into the index. */
export interface PlaceDraft {
  readonly id: string;
  readonly kind: Kind;
  readonly featureCode: FeatureCode;
  /** ISO 3166-1 alpha-2, or '' where it lies in none or in several. */
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
  readonly population: number;
  readonly admin1: number;
  readonly admin2: number;
  readonly en: string;
  readonly ar: string | null;
  readonly names: readonly Name[];
  /** 0 to 255. */
  readonly fame: number;
  readonly flags: number;
}

const POPULATED: ReadonlySet<Kind> = new Set<Kind>(['city', 'town', 'village']);
/** Room for places at first. */
const FIRST = 1 << 18;

type PackedStrings = ReturnType<StringStore['pack']>;

const numberOfKind = new Map<string, number>(KINDS.map((kind, i) => [kind, i]));
const numberOfCode = new Map<string, number>(FEATURE_CODES.map((code, i) => [code, i]));

/**
 * Takes places one at a time into columns, so that a source of millions of rows can be streamed through it: what is
 * kept of a place are numbers, its label and its names' hashes.
 */
export class IndexBuilder {
  readonly names = new NameIndex();
  readonly countryCodes: string[] = [''];
  private readonly numberOfCountry = new Map<string, number>([['', 0]]);
  private readonly ids = new StringStore();
  private readonly labels = new StringStore();
  /** Indexes of GeoNames' places by their number, of others by their id. */
  private readonly byNumber = new PairTable();
  private readonly byId = new Map<string, number>();
  /** Labels known only after the place was added. */
  private readonly laterLabels = new Map<number, string>();
  lon = new Float32Array(FIRST);
  lat = new Float32Array(FIRST);
  fame = new Uint8Array(FIRST);
  kind = new Uint8Array(FIRST);
  country = new Uint8Array(FIRST);
  featureCode = new Uint8Array(FIRST);
  population = new Uint32Array(FIRST);
  admin1 = new Uint32Array(FIRST);
  admin2 = new Uint32Array(FIRST);
  flags = new Uint8Array(FIRST);

  /** Adds a place; its index. Throws where the id was there already: ids are what everything else refers to. */
  add(draft: PlaceDraft): number {
    if (this.has(draft.id)) throw new Error(`gazetteer: two places have the id ${draft.id} (the second is ${draft.en})`);
    const index = this.size;
    if (index >= this.kind.length) this.widen();
    const number = geonamesNumber(draft.id);
    if (number === null) this.byId.set(draft.id, index);
    else this.byNumber.set(number, 0, index);
    this.ids.push(draft.id);
    this.labels.push(draft.ar === null ? draft.en : draft.en + NAME_SEPARATOR + draft.ar);
    this.lon[index] = draft.lon;
    this.lat[index] = draft.lat;
    this.fame[index] = Math.max(0, Math.min(255, Math.round(draft.fame)));
    this.kind[index] = numberOfKind.get(draft.kind) ?? 0;
    this.country[index] = this.countryNumber(draft.country);
    this.featureCode[index] = numberOfCode.get(draft.featureCode) ?? 0;
    this.population[index] = draft.population;
    this.admin1[index] = draft.admin1;
    this.admin2[index] = draft.admin2;
    this.flags[index] = draft.flags;
    this.names.addAll([...draft.names, ...skeletonsOf(draft)], index);
    return index;
  }

  /** The number of a country's code, given to it at its first use. */
  countryNumber(code: string): number {
    let number = this.numberOfCountry.get(code);
    if (number === undefined) {
      number = this.countryCodes.push(code) - 1;
      if (number > 255) throw new RangeError(`gazetteer: wanted at most 255 countries, got ${code} besides`);
      this.numberOfCountry.set(code, number);
    }
    return number;
  }

  /** The index of a place by its id, or NONE. */
  indexOf(id: string): number {
    const number = geonamesNumber(id);
    const index = number === null ? this.byId.get(id) : this.byNumber.get(number, 0);
    return index === undefined || index < 0 ? NONE : index;
  }

  has(id: string): boolean {
    return this.indexOf(id) !== NONE;
  }

  id(index: number): string {
    return this.ids.get(index);
  }

  /** A place's English and Arabic label; Arabic is null where there is none. */
  label(index: number): { en: string; ar: string | null } {
    const [en = '', ar] = (this.laterLabels.get(index) ?? this.labels.get(index)).split(NAME_SEPARATOR);
    return { en, ar: ar || null };
  }

  /** Gives a place the Arabic label that it was added without. */
  setArabicLabel(index: number, ar: string): void {
    this.laterLabels.set(index, this.label(index).en + NAME_SEPARATOR + ar);
  }

  get size(): number {
    return this.ids.size;
  }

  /** Ids and labels as `StringTable` reads them. */
  packStrings(): { ids: PackedStrings; labels: PackedStrings } {
    if (this.laterLabels.size === 0) return { ids: this.ids.pack(), labels: this.labels.pack() };
    const labels = new StringStore();
    for (let i = 0; i < this.size; i++) labels.push(this.laterLabels.get(i) ?? this.labels.get(i));
    return { ids: this.ids.pack(), labels: labels.pack() };
  }

  private widen(): void {
    const length = this.kind.length * 2;
    this.lon = grown(this.lon, length);
    this.lat = grown(this.lat, length);
    this.fame = grown(this.fame, length);
    this.kind = grown(this.kind, length);
    this.country = grown(this.country, length);
    this.featureCode = grown(this.featureCode, length);
    this.population = grown(this.population, length);
    this.admin1 = grown(this.admin1, length);
    this.admin2 = grown(this.admin2, length);
    this.flags = grown(this.flags, length);
  }
}

/** Populated places that no source names in Arabic are found by the consonants of their main name. */
function skeletonsOf({ kind, en, names }: PlaceDraft): Name[] {
  if (!POPULATED.has(kind) || names.some((name) => name.flags & ARABIC)) return [];
  return latinSkeletons(en).map((text) => ({ text, flags: SKELETON }));
}

/** 98182 of `geonames:98182`; null for other ids. */
function geonamesNumber(id: string): number | null {
  return id.startsWith('geonames:') ? Number(id.slice('geonames:'.length)) : null;
}
