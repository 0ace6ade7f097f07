/** A form that a word takes, and what it says of number or tense. */
export interface Form {
  readonly form: string;
  /** How many the noun's form names; 1 for verbs. */
  readonly number: 1 | 2 | 'many';
  /** A future in the verb itself: سيهاجم. */
  readonly future: boolean;
}

const OBJECTS = ['ه', 'ها', 'هم', 'هما'];
/** Letters after which the accusative of an indefinite noun is not written. */
const NO_ACCUSATIVE = /[ةىاء]$/;

/**
 * The written forms of an Arabic noun: accusative, dual, with a pronoun behind it; `plurals` as the lexicon gives them.
 * Proclitics and the article are the reader's matter. Phrases are taken as they stand.
 */
export function nounForms(word: string, plurals: readonly string[]): Form[] {
  const forms: Form[] = plurals.flatMap((plural) => [
    { form: plural, number: 'many' as const, future: false },
    // A broken plural takes the accusative's alef: سيولا.
    ...(plural.includes(' ') || /(ات|ون|ين|[ةىاء])$/.test(plural) ? [] : [{ form: `${plural}ا`, number: 'many' as const, future: false }]),
    ...(plural.includes(' ') || plural.endsWith('ة') || plural.endsWith('ى') ? [] : withObjects(plural, 'many')),
  ]);
  if (word.includes(' ')) return [...forms, ...phraseForms(word)];
  const stem = word.replace(/ة$/, 'ت');
  forms.push(single(word), ...withObjects(stem, 1));
  if (!NO_ACCUSATIVE.test(word)) forms.push(single(`${word}ا`));
  // طفليها, شقيقاه: the dual drops its n before a pronoun.
  for (const ending of ['ا', 'ي']) for (const object of OBJECTS) forms.push({ form: stem + ending + object, number: 2, future: false });
  for (const ending of ['ان', 'ين']) if (!plurals.includes(stem + ending)) forms.push({ form: stem + ending, number: 2, future: false });
  return forms;
}

/** A noun with its adjective or genitive: الهجوم الانتحاري, هجوما انتحاريا, هجومين انتحاريين. What never occurs does no harm. */
function phraseForms(phrase: string): Form[] {
  const [noun = '', second = '', third] = phrase.split(' ');
  const forms = [single(phrase)];
  if (third !== undefined || /^(ال|في$|عن$|على$|لل)/.test(second)) return forms;
  forms.push(single(`${noun} ال${second}`));
  if (!NO_ACCUSATIVE.test(noun) && !NO_ACCUSATIVE.test(second)) forms.push(single(`${noun}ا ${second}ا`));
  for (const ending of ['ان', 'ين'])
    forms.push({ form: `${noun.replace(/ة$/, 'ت')}${ending} ${second.replace(/ة$/, 'ت')}${ending}`, number: 2, future: false });
  return forms;
}

/**
 * The written forms of a sound Arabic verb in the third person: قصف and يقصف with their genders, numbers and objects.
 * What is irregular stands in the lexicon form by form.
 */
export function verbForms(past: string, present: string | null): Form[] {
  const forms: Form[] = [];
  for (const ending of ['', 'ت', 'وا', 'ا', 'تا', 'ن']) forms.push(single(past + ending));
  for (const ending of ['', 'ت', 'و']) forms.push(...withObjects(past + ending, 1));
  if (present === null) return forms;
  const stem = present.slice(1);
  for (const prefix of ['ي', 'ت'])
    for (const ending of ['', 'ون', 'وا', 'ان', ...OBJECTS]) {
      const form = prefix + stem + ending;
      forms.push(single(form), { form: `س${form}`, number: 1, future: true });
    }
  return forms;
}

function single(form: string): Form {
  return { form, number: 1, future: false };
}

function withObjects(stem: string, number: Form['number']): Form[] {
  return OBJECTS.map((object) => ({ form: stem + object, number, future: false }));
}
