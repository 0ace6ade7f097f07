import { arabicName, stripHarakat } from './arabic';

describe("a place's Arabic name among its alternate names (GeoNames)", () => {
  it.each<[string, string[], string | null]>([
    ['Damascus', ['Damas', 'الشام', 'دمشق'], 'دمشق'],
    ['Tehran', ['تهران', 'طهران'], 'طهران'],
    ['Amman', ['امان', 'عمان'], 'عمان'],
    ['Mosul', ['موصل', 'الموصل'], 'الموصل'],
    ['Karaj', ['کرج'], null], // Persian kaf
    ['Sur', ['صُور'], 'صور'],
    ['Portland', ['بورتلاند، أوريغون'], 'بورتلاند'],
    ['Oslo', ['Осло'], null],
  ])('%s', (latin, names, arabic) => {
    expect(arabicName(latin, names)).toBe(arabic);
  });

  it('prefers the word that the province is called by', () => {
    expect(arabicName('Adana', ['آدانا', 'أضنة'], new Set(['محافظة', 'أضنة']))).toBe('أضنة');
  });
});

it('strips harakat and tatweel', () => {
  expect(stripHarakat('عُمـَان')).toBe('عمان');
});
