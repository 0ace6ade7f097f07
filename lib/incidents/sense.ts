/** The words around a trigger that decide whether, where, by whom: the lists of `incident-cues.json`. */
export const CUE_NAMES = [
  'negation',
  'modal',
  'wish',
  'attempt',
  'expected',
  'any',
  'fear',
  'threat',
  'conditional',
  'foiled',
  'drill',
  'fiction',
  'sport',
  'strongSport',
  'finance',
  'institution',
  'charged',
  'brought',
  'approach',
  'unverified',
  'hospital',
  'anniversary',
  'quantifying',
  'ceasing',
  'times',
  'another',
  'this',
  'carry',
  'impact',
  'claim',
  'blame',
  'deny',
  'untrue',
  'reaction',
  'court',
  'say',
  'separator',
  'by',
  'on',
  'including',
  'origin',
  'locative',
  'intervention',
  'force',
  'zero',
  'rhetoric',
  'rose',
  'plant',
  'longAfter',
  'obituary',
  'samePlace',
  'sum',
] as const;
export type CueName = (typeof CUE_NAMES)[number];

/** What a trigger's words say happened. */
export interface TriggerClass {
  readonly type: string;
  readonly subType: string | null;
  readonly weapon: string | null;
  /** The weapon and the target decide the type: an attack, a strike. */
  readonly generic: boolean;
  readonly explosion: boolean;
  readonly clash: boolean;
  /** Names no event of its own where another is told beside it. */
  readonly weak: boolean;
  /** It says that somebody was killed or injured, not how. */
  readonly killing: boolean;
  /** Of two triggers in one clause the higher names the event. */
  readonly rank: number;
}

export interface WeaponClass {
  readonly name: string;
  readonly subType: string | null;
  readonly impact: boolean;
}

export type Harm = 'killed' | 'injured';
export type ActorGroup = 'armed' | 'militant' | 'civilian' | 'object';
export type Bound = 'atLeast' | 'moreThan' | 'upTo' | 'lessThan' | 'about';

/** What a word or phrase of the lexicon can mean. */
export type Sense =
  | {
      readonly kind: 'trigger';
      readonly trigger: TriggerClass;
      readonly verb: boolean;
      readonly number: 1 | 2 | 'many';
      readonly future: boolean;
    }
  /** A verb that tells of an event only with another word behind it: `أطلق … النار`, "set … ablaze". */
  | { readonly kind: 'split'; readonly trigger: TriggerClass; readonly future: boolean; readonly tails: ReadonlySet<string> }
  | { readonly kind: 'weapon'; readonly weapon: WeaponClass }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'multiplier'; readonly value: number }
  | { readonly kind: 'vague'; readonly low: number }
  | { readonly kind: 'bound'; readonly bound: Bound }
  | { readonly kind: 'boundAfter'; readonly bound: Bound }
  | { readonly kind: 'to' }
  | { readonly kind: 'of' }
  | { readonly kind: 'casualty'; readonly harm: Harm; readonly form: 'either' | 'after' | 'before' | 'toll' | 'dual' }
  | { readonly kind: 'nobody'; readonly killed: boolean; readonly injured: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'person'; readonly number: 1 | 2 | 'many'; readonly group: string }
  | { readonly kind: 'actor'; readonly group: ActorGroup }
  | { readonly kind: 'modifier' }
  | { readonly kind: 'nationality' }
  | { readonly kind: 'cue'; readonly cue: CueName }
  | { readonly kind: 'idiom' };
export type SenseKind = Sense['kind'];
