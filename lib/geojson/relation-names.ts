import type { Direction, Place, Relation } from '../types';
import type { NamedPlace } from './article-map';
import type { Placement } from './placement';

type Words = Readonly<Record<string, string>>;

/** The words that places, their relations and reasons are put into, in the reader's two languages. */
export interface PlaceWords {
  /** `{place}` for each direction: its part. */
  readonly directions: Readonly<Record<'ar' | 'en', Readonly<Record<Direction, string>>>>;
  /** `data/messages/{ar,en}/relations.json`. */
  readonly relations: Readonly<Record<'ar' | 'en', { readonly names: Words; readonly towards: Words; readonly sides: Words }>>;
  readonly reasons: Words;
}

/** The name of what lies in a relation to a place: "20 km north of Homs", `على بعد 20 كم شمال حمص`. */
export function relationNames({ place, isArea }: Placement, relation: Relation, words: PlaceWords): NamedPlace['names'] {
  const name = (language: 'ar' | 'en', own: string): string => {
    const { direction } = relation;
    if (direction && relation.type === 'part' && (isArea || language === 'ar'))
      return words.directions[language][direction].replace('{place}', own);
    const form = formOf(relation, isArea);
    return filled(words.relations[language], form, { place: own, km: kilometres(relation, language) }, direction);
  };
  return { en: name('en', place.names.en), ar: place.names.ar === null ? null : name('ar', place.names.ar) };
}

/** The name of what lies between two places or on their border. `form`: a key of the messages. */
export function pairNames(form: string, a: Place, b: Place, direction: Direction | null, words: PlaceWords): NamedPlace['names'] {
  const name = (language: 'ar' | 'en', first: string, second: string): string => {
    const own = direction ? words.directions[language][direction].replace('{place}', first) : first;
    return filled(words.relations[language], form, { place: own, other: second }, null);
  };
  const { ar } = a.names;
  return { en: name('en', a.names.en, b.names.en), ar: ar === null || b.names.ar === null ? null : name('ar', ar, b.names.ar) };
}

function formOf({ type, direction, distanceKm }: Relation, isArea: boolean): string {
  if (type === 'distance') return direction ? 'distanceDirection' : type;
  if (type === 'offshore') return distanceKm === null ? (isArea ? type : 'offshorePoint') : 'offshoreDistance';
  if (type === 'around') return direction ? 'direction' : 'near';
  if (type === 'direction') return isArea ? 'beyond' : type;
  if (type === 'border') return 'edge';
  return type === 'part' ? 'direction' : type;
}

function filled(words: PlaceWords['relations']['en'], form: string, values: Words, direction: Direction | null): string {
  const all: Words = direction ? { ...values, direction: words.towards[direction] ?? '', side: words.sides[direction] ?? '' } : values;
  return (words.names[form] ?? '{place}').replace(/\{([a-z]+)\}/g, (slot, key: string) => all[key] ?? slot);
}

function kilometres({ distanceKm }: Relation, language: 'ar' | 'en'): string {
  if (distanceKm === null) return '';
  const rounded = distanceKm < 10 ? Math.round(distanceKm * 10) / 10 : Math.round(distanceKm);
  return new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : 'en').format(rounded);
}
