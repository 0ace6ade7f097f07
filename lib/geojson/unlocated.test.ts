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

test('an incident at a place that the gazetteer lacks says its name, and is drawn no more exactly than the area beside it', () => {
  const text = 'Six people were killed on Monday after armed bandits raided Kagir village in Baringo County, Kenya.';
  const article = { text, title: null, url: null, source: null, publishedAt: '2026-03-11', language: 'en' };
  const map = mapArticle(article, sharedEngine(), 'en');
  const [incident] = map.incidents;
  expect(incident?.unlocated).toBe('Kagir village');
  expect(text.slice(incident?.spans.place?.start, incident?.spans.place?.end)).toBe('Kagir village');
  const area = map.features.find(({ id }) => id === incident?.placeId);
  expect(area?.properties).toMatchObject({ name: 'Baringo', kind: 'admin1' });
  expect(incident?.geoPrecision).toBe(3);
});
