import { expand } from 'brace-expansion';
import arActors from '../../data/lexicon/ar/incident-actors.json';
import arCasualties from '../../data/lexicon/ar/incident-casualties.json';
import arCounts from '../../data/lexicon/ar/incident-counts.json';
import arCues from '../../data/lexicon/ar/incident-cues.json';
import arPersons from '../../data/lexicon/ar/incident-persons.json';
import arTriggers from '../../data/lexicon/ar/incident-triggers.json';
import arWeapons from '../../data/lexicon/ar/incident-weapons.json';
import enActors from '../../data/lexicon/en/incident-actors.json';
import enCasualties from '../../data/lexicon/en/incident-casualties.json';
import enCounts from '../../data/lexicon/en/incident-counts.json';
import enCues from '../../data/lexicon/en/incident-cues.json';
import enPersons from '../../data/lexicon/en/incident-persons.json';
import enTriggers from '../../data/lexicon/en/incident-triggers.json';
import enWeapons from '../../data/lexicon/en/incident-weapons.json';
import { tablePhrases } from '../text/phrase-table';
import type { TokenTable } from '../text/token-table';
import type { Language } from '../types';
import { nounForms, verbForms, type Form } from './arabic-forms';
import { englishNounForms, englishVerbForms } from './english-forms';
import { CUE_NAMES, type CueName, type Sense, type TriggerClass } from './sense';

/** One language's word lists for event extraction, compiled for look-up by token hashes. */
export interface IncidentLexicon {
  readonly table: TokenTable;
  /** What the phrase with value n of `table` can mean: `senses[n - 1]`. */
  readonly senses: readonly (readonly Sense[])[];
}

interface TriggerSource {
  readonly type: string;
  readonly subType: string | null;
  readonly weapon?: string;
  readonly generic?: boolean;
  readonly explosion?: boolean;
  readonly clash?: boolean;
  readonly weak?: boolean;
  readonly killing?: boolean;
  readonly rank?: number;
  readonly nouns?: readonly (string | readonly string[])[];
  readonly verbs?: readonly string[];
  readonly forms?: readonly string[];
  readonly split?: readonly { readonly verbs?: readonly string[]; readonly forms?: readonly string[]; readonly tails: readonly string[] }[];
}
interface CasualtyWords {
  readonly either: readonly string[];
  readonly after: readonly string[];
  readonly before: readonly string[];
  readonly toll: readonly string[];
}
interface Sources {
  readonly triggers: { readonly triggers: readonly TriggerSource[] };
  readonly weapons: {
    readonly weapons: readonly {
      readonly name: string;
      readonly subType: string | null;
      readonly impact: boolean;
      readonly words: readonly string[];
    }[];
  };
  readonly counts: {
    readonly numbers: Readonly<Record<string, number>>;
    readonly multipliers: Readonly<Record<string, number>>;
    readonly vague: Readonly<Record<string, number>>;
    readonly bounds: Readonly<Record<string, readonly string[]>>;
    readonly boundsAfter: Readonly<Record<string, readonly string[]>>;
    readonly to: readonly string[];
    readonly of: readonly string[];
  };
  readonly casualties: {
    readonly killed: CasualtyWords;
    readonly injured: CasualtyWords;
    readonly dual?: { readonly killed: readonly string[]; readonly injured: readonly string[] };
    readonly none: { readonly both: readonly string[]; readonly killed: readonly string[]; readonly injured: readonly string[] };
    readonly unknown: readonly string[];
  };
  readonly persons: {
    readonly persons: readonly {
      readonly one: string;
      readonly many?: readonly string[];
      readonly group: string;
      readonly number?: number;
    }[];
  };
  readonly actors: Readonly<Record<'armed' | 'militant' | 'civilian' | 'object' | 'modifiers' | 'nationalities', readonly string[]>>;
  readonly cues: { readonly cues: Readonly<Record<string, readonly string[]>>; readonly idioms: readonly string[] };
}

const BOUNDS = ['atLeast', 'moreThan', 'upTo', 'lessThan', 'about'] as const;
const compiled = new Map<Language, IncidentLexicon>();

/** The compiled word lists of a language. Compiled on first use, once in a process: some milliseconds. */
export function incidentLexicon(language: Language): IncidentLexicon {
  let lexicon = compiled.get(language);
  if (!lexicon) {
    const sources: Sources =
      language === 'ar'
        ? {
            triggers: arTriggers,
            weapons: arWeapons,
            counts: arCounts,
            casualties: arCasualties,
            persons: arPersons,
            actors: arActors,
            cues: arCues,
          }
        : {
            triggers: enTriggers,
            weapons: enWeapons,
            counts: enCounts,
            casualties: enCasualties,
            persons: enPersons,
            actors: enActors,
            cues: enCues,
          };
    compiled.set(language, (lexicon = compile(itemsOf(sources, language))));
  }
  return lexicon;
}

interface Item {
  readonly phrase: string;
  readonly sense: Sense;
}

function itemsOf(source: Sources, language: Language): Item[] {
  const items: Item[] = [];
  const add = (phrases: readonly string[], sense: Sense) =>
    phrases.flatMap((phrase) => expand(phrase)).forEach((phrase) => items.push({ phrase, sense }));
  const nouns = language === 'ar' ? nounForms : englishNounForms;
  for (const entry of source.triggers.triggers) addTrigger(items, entry, language);
  for (const { words, ...weapon } of source.weapons.weapons)
    add(language === 'ar' ? words.flatMap((word) => [word, ...definite(word)]) : words, { kind: 'weapon', weapon });
  const { counts, casualties } = source;
  for (const [word, value] of Object.entries(counts.numbers)) add([word], { kind: 'number', value });
  for (const [word, value] of Object.entries(counts.multipliers)) add([word], { kind: 'multiplier', value });
  for (const [word, low] of Object.entries(counts.vague)) add([word], { kind: 'vague', low });
  for (const bound of BOUNDS) {
    add(counts.bounds[bound] ?? [], { kind: 'bound', bound });
    add(counts.boundsAfter[bound] ?? [], { kind: 'boundAfter', bound });
  }
  add(counts.to, { kind: 'to' });
  add(counts.of, { kind: 'of' });
  for (const harm of ['killed', 'injured'] as const) {
    for (const form of ['either', 'after', 'before', 'toll'] as const) add(casualties[harm][form], { kind: 'casualty', harm, form });
    add(casualties.dual?.[harm] ?? [], { kind: 'casualty', harm, form: 'dual' });
    add(casualties.none[harm], { kind: 'nobody', killed: harm === 'killed', injured: harm === 'injured' });
  }
  add(casualties.none.both, { kind: 'nobody', killed: true, injured: true });
  add(casualties.unknown, { kind: 'unknown' });
  for (const { one, many, group, number: own } of source.persons.persons) {
    for (const { form, number } of nouns(one, many ?? []))
      items.push({ phrase: form, sense: { kind: 'person', number: own === 2 && number === 1 ? 2 : number, group } });
    if (language !== 'ar' || /[ةى ]|ء$/.test(one)) continue;
    // The feminine of any of them: سائحة, سائحتان.
    for (const { form, number } of nounForms(`${one}ة`, [`${one}ات`]))
      items.push({ phrase: form, sense: { kind: 'person', number, group } });
  }
  for (const group of ['armed', 'militant', 'civilian', 'object'] as const) add(source.actors[group], { kind: 'actor', group });
  add(source.actors.modifiers, { kind: 'modifier' });
  const endings = language === 'ar' ? ['', 'ة', 'ين', 'ون', 'ان', 'ا', 'تين', 'تان'] : [''];
  for (const word of source.actors.nationalities)
    add(
      endings.map((ending) => word + ending),
      { kind: 'nationality' },
    );
  for (const [name, words] of Object.entries(source.cues.cues)) {
    if (!isCueName(name)) throw new Error(`incident lexicon: cue "${name}", wanted one of ${CUE_NAMES.join(', ')}`);
    add(words, { kind: 'cue', cue: name });
  }
  add(source.cues.idioms, { kind: 'idiom' });
  return items;
}

/** الطائرات المسيرة: the article on the adjective; the noun's own is the reader's matter. */
function definite(phrase: string): string[] {
  const [noun, adjective, more] = phrase.split(' ');
  return adjective === undefined || more !== undefined || adjective.startsWith('ال') ? [] : [`${noun} ال${adjective}`];
}

function isCueName(name: string): name is CueName {
  return CUE_NAMES.some((cue) => cue === name);
}

function addTrigger(items: Item[], entry: TriggerSource, language: Language): void {
  const { nouns = [], verbs = [], forms = [], split = [], ...rest } = entry;
  const trigger: TriggerClass = {
    type: rest.type,
    subType: rest.subType,
    weapon: rest.weapon ?? null,
    generic: rest.generic ?? false,
    explosion: rest.explosion ?? false,
    clash: rest.clash ?? false,
    weak: rest.weak ?? false,
    killing: rest.killing ?? false,
    rank: rest.weak ? -1 : (rest.rank ?? 0),
  };
  const add = (all: readonly Form[], verb: boolean) =>
    all.forEach(({ form, number, future }) => items.push({ phrase: form, sense: { kind: 'trigger', trigger, verb, number, future } }));
  for (const noun of nouns) {
    const [one = '', ...many] = typeof noun === 'string' ? [noun] : noun;
    add(language === 'ar' ? nounForms(one, many) : englishNounForms(one, many), false);
  }
  const asForms = (words: readonly string[]): Form[] =>
    words.flatMap((word) => expand(word)).map((form) => ({ form, number: 1, future: false }));
  for (const verb of verbs) add(formsOf(verb, language), true);
  add(asForms(forms), true);
  for (const { tails, ...heads } of split) {
    const all = [...(heads.verbs ?? []).flatMap((verb) => formsOf(verb, language)), ...asForms(heads.forms ?? [])];
    const behind = new Set(tails);
    for (const { form, future } of all) items.push({ phrase: form, sense: { kind: 'split', trigger, future, tails: behind } });
  }
}

function formsOf(verb: string, language: Language): Form[] {
  const [past = verb, present = null] = verb.split(':');
  return language === 'ar' ? verbForms(past, present) : englishVerbForms(verb);
}

/** A phrase has one sense of a kind (of cues, one of a name; of split verbs, any): the first that is listed. */
function compile(items: readonly Item[]): IncidentLexicon {
  const { table, entries: senses } = tablePhrases('incident lexicon', items, ({ sense }, known: Sense[] | null) => {
    const all = known ?? [];
    const same = all.some(
      (other) =>
        other.kind === sense.kind && other.kind !== 'split' && (other.kind !== 'cue' || sense.kind !== 'cue' || other.cue === sense.cue),
    );
    if (!same) all.push(sense);
    return all;
  });
  return { table, senses };
}
