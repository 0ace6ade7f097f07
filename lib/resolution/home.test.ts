import { sharedEngine } from '../api/geoparse-request';
import { geoparse } from '../geoparse';
import { homeCountries, type Origin } from './home';

const { knowledge } = sharedEngine();
const { gazetteer, genericDomains } = knowledge;
const codesOf = (origin: Origin) => homeCountries(origin, gazetteer, genericDomains).map((country) => gazetteer.countryCodes[country]);

describe('the countries that a source speaks for', () => {
  test.each<[Origin, string[]]>([
    [{ url: 'https://www.example.com.lb/news/1' }, ['LB']],
    [{ url: 'https://example.co.uk/' }, ['GB']],
    [{ source: 'Iraqi News' }, ['IQ']],
    [{ source: 'وكالة أنباء البحرين' }, ['BH']],
    [{ url: 'https://example.tn', source: 'Tunisia Daily' }, ['TN']],
  ])('%j', (origin, expected) => expect(codesOf(origin)).toEqual(expected));

  // .co and .tv are Colombia's and Tuvalu's, and sold to all the world.
  test.each<Origin>([
    { url: 'https://example.com' },
    { url: 'https://t.co/x' },
    { url: 'https://news.tv' },
    { url: 'no address' },
    { source: 'AFP' },
    {},
  ])('none: %j', (origin) => expect(codesOf(origin)).toEqual([]));
});

test('decides between namesakes where the text does not', () => {
  const text = 'انفجار في القنيطرة أسفر عن إصابة شخصين.';
  const countryOf = (origin: Origin) => {
    const [first] = geoparse({ text, language: 'ar', ...origin }, knowledge).resolutions;
    return gazetteer.place(first?.candidates[0]?.place ?? 0).countryCode;
  };
  expect(countryOf({})).toBe('MA');
  expect(countryOf({ url: 'https://www.example.sy/' })).toBe('SY');
});
