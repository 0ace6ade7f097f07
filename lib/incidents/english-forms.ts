import type { Form } from './arabic-forms';

/** The plural of an English noun (of a phrase's last word) beside the noun itself. `plurals` stand where it is irregular. */
export function englishNounForms(word: string, plurals: readonly string[]): Form[] {
  const many = plurals.length > 0 ? plurals : [plural(word)];
  return [{ form: word, number: 1, future: false }, ...many.map((form) => ({ form, number: 'many' as const, future: false }))];
}

/** The forms of a regular English verb (of a phrase's first word): bomb, bombs, bombed, bombing. */
export function englishVerbForms(verb: string): Form[] {
  const [first = verb, ...rest] = verb.split(' ');
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
  const stem = first.replace(/e$/, '');
  const past = first.endsWith('e') ? `${first}d` : /[^aeiou]y$/.test(first) ? `${first.slice(0, -1)}ied` : `${first}ed`;
  const forms = [first, plural(first), past, `${stem}ing`];
  return forms.map((form) => ({ form: form + tail, number: 1, future: false }));
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
