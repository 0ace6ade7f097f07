import { mapArticle } from '../api/engine';
import { sharedEngine } from '../api/geoparse-request';

test('a name that the gazetteer lacks is no feature, and is told all the same, with its quotes', () => {
  const text = 'قتل ثلاثة في قرية كوفخة قرب غزة. ونزح سكان قرية كوفخة إلى رفح.';
  const article = { text, title: null, url: null, source: null, publishedAt: null, language: 'ar' };
  const map = mapArticle(article, sharedEngine(), 'ar');
  expect(map.features.map(({ properties }) => properties.name)).not.toContain('قرية كوفخة');
  expect(map.unlocated).toMatchObject([{ name: 'قرية كوفخة', kind: 'village' }]);
  const [first, second] = map.unlocated[0]?.mentions ?? [];
  for (const mention of [first, second]) expect(text.slice(mention?.start, mention?.end)).toBe('قرية كوفخة');
  expect(first?.quote.text).toBe('قتل ثلاثة في قرية كوفخة قرب غزة.');
});
