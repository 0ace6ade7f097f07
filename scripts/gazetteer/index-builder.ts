import { FEATURE_CODES, type FeatureCode } from '../../lib/gazetteer/feature-codes';
import { NAME_SEPARATOR, NONE } from '../../lib/gazetteer/gazetteer';
import { KINDS, type Kind } from '../../lib/types';
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

const numberOfKind = new Map<string, number>(KINDS.map((kind, i) => [kind, i]));
const numberOfCode = new Map<string, number>(FEATURE_CODES.map((code, i) => [code, i]));

/**
 * Takes places one at a time into columns, so that a source of millions of rows can be streamed through it: what is
 * kept of a place are numbers, its label and its names' hashes.
 */
export class IndexBuilder {
  readonly names = new NameIndex();
  readonly indexById = new Map<string, number>();
  readonly countryCodes: string[] = [''];
  private readonly numberOfCountry = new Map<string, number>([['', 0]]);
  readonly ids: string[] = [];
  readonly labels: string[] = [];
  readonly lon: number[] = [];
  readonly lat: number[] = [];
  readonly fame: number[] = [];
  readonly kind: number[] = [];
  readonly country: number[] = [];
  readonly featureCode: number[] = [];
  readonly population: number[] = [];
  readonly admin1: number[] = [];
  readonly admin2: number[] = [];
  readonly flags: number[] = [];

  /** Adds a place; its index. Throws where the id was there already: ids are what everything else refers to. */
  add(draft: PlaceDraft): number {
    if (this.indexById.has(draft.id)) throw new Error(`gazetteer: two places have the id ${draft.id} (the second is ${draft.en})`);
    const index = this.ids.length;
    this.indexById.set(draft.id, index);
    this.ids.push(draft.id);
    this.labels.push(draft.ar === null ? draft.en : draft.en + NAME_SEPARATOR + draft.ar);
    this.lon.push(draft.lon);
    this.lat.push(draft.lat);
    this.fame.push(Math.max(0, Math.min(255, Math.round(draft.fame))));
    this.kind.push(numberOfKind.get(draft.kind) ?? 0);
    this.country.push(this.countryNumber(draft.country));
    this.featureCode.push(numberOfCode.get(draft.featureCode) ?? 0);
    this.population.push(draft.population);
    this.admin1.push(draft.admin1);
    this.admin2.push(draft.admin2);
    this.flags.push(draft.flags);
    this.names.addAll(draft.names, index);
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

  indexOf(id: string): number {
    return this.indexById.get(id) ?? NONE;
  }

  get size(): number {
    return this.ids.length;
  }
}
