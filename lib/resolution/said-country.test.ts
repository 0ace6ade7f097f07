import { sharedEngine } from '../api/geoparse-request';
import { geoparse } from '../geoparse';

const { knowledge } = sharedEngine();

/** The countries that each mention of a name is resolved to, undefined where it is left without a place. */
function countriesOf(text: string, name: string): (string | null | undefined)[] {
  return geoparse({ text, url: null, source: null, language: null }, knowledge)
    .resolutions.filter(({ mention }) => mention.text.includes(name))
    .map(({ candidates }) => candidates[0] && knowledge.gazetteer.place(candidates[0].place).countryCode);
}

// The gazetteer knows Bhera in Pakistan (GeoNames 1182665), and no town of that name in Uganda.
test.each([
  ['The gunmen attacked a market near the Ugandan town of Bhera on Thursday.', 'Bhera', [undefined]],
  ['The gunmen attacked the Ugandan border town of Bhera. Schools in Bhera were shut.', 'Bhera', [undefined, undefined]],
  ['Floods reached the Pakistani town of Bhera on Thursday.', 'Bhera', ['PK']],
  ['Settlers from the Israeli settlement of Ariel threw stones.', 'Ariel', ['IL']],
  ['قصفت طائرات مدينة الباب السورية صباح الخميس.', 'الباب', ['SY']],
])('%s', (text, name, countries) => {
  expect(countriesOf(text, name)).toEqual(countries);
});
