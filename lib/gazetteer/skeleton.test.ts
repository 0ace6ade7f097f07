import { arabicSkeleton, latinSkeletons } from './skeleton';

describe('an Arabic name and the Latin one it was heard from have one skeleton', () => {
  test.each([
    // main spelling of GeoNames, as the Arabic press writes it
    ['Kramatorsk', 'كراماتورسك'],
    ['Chasiv Yar', 'تشاسيف يار'],
    ['Kostyantynivka', 'كوستيانتينيفكا'],
    ['Bowling Green', 'بولينغ غرين'],
    ['Hopkinsville', 'هوبكنزفيل'],
    ['Zhytomyr', 'جيتومير'],
    ['Guangzhou', 'غوانغجو'],
    ['Mexicali', 'مكسيكالي'],
    ['Jelenia Góra', 'يلينا غورا'],
    ['Al Qurnah', 'القرنة'],
  ])('%s is %s', (latin, arabic) => {
    expect(latinSkeletons(latin)).toContain(arabicSkeleton(arabic));
  });
});

describe('what has too few consonants has none', () => {
  test.each(['Goa', 'Ay', ''])('%j', (name) => expect(latinSkeletons(name)).toEqual([]));
  test.each(['إب', 'غوا', ''])('%j', (name) => expect(arabicSkeleton(name)).toBeNull());
});

test('other towns have other skeletons', () => {
  expect(latinSkeletons('Kharkiv')).not.toContain(arabicSkeleton('كراماتورسك'));
});
