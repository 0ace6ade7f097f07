import { sharedEngine } from '../api/geoparse-request';
import { geoparse } from '../geoparse';

const { knowledge } = sharedEngine();

/** The countries that each mention of a name is resolved to, undefined where it is left without a place. */
function countriesOf(text: string, name: string): (string | null | undefined)[] {
  return geoparse({ text, url: null, source: null, language: null }, knowledge)
    .resolutions.filter(({ mention }) => mention.text.includes(name))
    .map(({ candidates }) => candidates[0] && knowledge.gazetteer.place(candidates[0].place).countryCode);
}

// The gazetteer knows Bwera as another name of Bhera in Pakistan, and no Bwera in Uganda (GeoNames 1182665).
test.each([
  ['The gunmen attacked a market near the Ugandan town of Bwera on Thursday.', 'Bwera', [undefined]],
  ['The gunmen attacked the Ugandan border town of Bwera. Schools in Bwera were shut.', 'Bwera', [undefined, undefined]],
  ['Floods reached the Pakistani town of Bwera on Thursday.', 'Bwera', ['PK']],
  ['Settlers from the Israeli settlement of Ariel threw stones.', 'Ariel', ['IL']],
  ['قصفت طائرات مدينة الباب السورية صباح الخميس.', 'الباب', ['SY']],
])('%s', (text, name, countries) => {
  expect(countriesOf(text, name)).toEqual(countries);
});
