import { sequenceHashes } from '../../lib/gazetteer/lookup';
import { TokenTable } from '../../lib/text/token-table';
import { tokenize } from '../../lib/text/tokenize';
import type { Country } from './curated';
import type { IndexBuilder } from './index-builder';

/** What follows a nisba's stem (عراقـ): masculine, feminine, plurals, duals. */
const NISBA_ENDINGS = ['ي', 'ية', 'يون', 'يين', 'يات', 'يان', 'يتان', 'يتين'];

/**
 * Nationalities as a token table whose values less one are country numbers. English forms stand as given; an Arabic one
 * that ends in ي is a nisba, whose forms are made with and without the article; others (أتراك) stand as they are.
 */
export function packDemonyms(countries: readonly Country[], builder: IndexBuilder): TokenTable {
  const entries: { text: string; country: number }[] = [];
  for (const country of countries) {
    const number = builder.countryNumber(country.code);
    for (const text of [...country.demonyms.en, ...country.demonyms.ar.flatMap(arabicForms)]) entries.push({ text, country: number });
  }
  const table = TokenTable.withCapacity(entries.length * 2);
  const taken = new Set<string>();
  for (const { text, country } of entries) {
    const hashes = sequenceHashes(tokenize(text));
    const whole = hashes.pop();
    // The first country of the list keeps a demonym that several share (كونغولي).
    if (whole === undefined || taken.has(whole.join())) continue;
    taken.add(whole.join());
    for (const [h1, h2] of hashes) table.set(h1, h2, null);
    table.set(whole[0], whole[1], country + 1);
  }
  return table;
}

function arabicForms(demonym: string): string[] {
  const words = demonym.split(' ');
  const nisba = words.every((word) => word.endsWith('ي'));
  const forms = nisba ? NISBA_ENDINGS.map((ending) => words.map((word) => word.slice(0, -1) + ending).join(' ')) : [demonym];
  const definite = (form: string): string =>
    form
      .split(' ')
      .map((word) => (word.startsWith('ال') ? word : `ال${word}`))
      .join(' ');
  return forms.flatMap((form) => [form, definite(form)]);
}
