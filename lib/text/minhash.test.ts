import nafusa from '../../data/articles/nafusa-floods.json';
import ainAlAsad from '../../data/articles/ain-al-asad.json';
import mindoro from '../../data/articles/mindoro-ferry.json';
import { bandKeys, NEAR_DUPLICATE, signatureOf, similarity } from './minhash';

const ENGLISH = `Two rockets landed near the river port of Basra late on Tuesday, damaging a warehouse and injuring four workers, the
provincial police said. No group has said that it fired them. The governor told reporters that the port would stay open,
and that an investigation had begun. Residents said windows were broken in several houses on the eastern bank. It was the
third such attack on the city since the beginning of the year, according to the provincial council, which asked the
government for more patrols along the road to the airport.`;
const ARABIC = `سقط صاروخان قرب الميناء النهري في البصرة في وقت متأخر من مساء الثلاثاء، ما أدى إلى تضرر مستودع وإصابة أربعة عمال،
بحسب شرطة المحافظة. ولم تعلن أي جهة مسؤوليتها عن إطلاقهما. وقال المحافظ للصحفيين إن الميناء سيبقى مفتوحا وإن تحقيقا قد بدأ.
وقال سكان إن نوافذ تحطمت في عدد من المنازل على الضفة الشرقية. وهذا ثالث هجوم من نوعه على المدينة منذ بداية العام بحسب مجلس
المحافظة الذي طلب من الحكومة مزيدا من الدوريات على الطريق المؤدي إلى المطار.`;

/** How much they have in common; 0 where no band would bring them together. */
function found(a: string, b: string): number {
  const [one, two] = [signatureOf(a), signatureOf(b)];
  if (!one || !two) return 0;
  const keys = new Set(bandKeys(one));
  return bandKeys(two).some((key) => keys.has(key)) ? similarity(one, two) : 0;
}

describe('one report in several papers is found to be one', () => {
  it.each([
    ['the very same', ENGLISH, ENGLISH],
    ['another headline and dateline', ENGLISH, `Rockets hit Basra port\n\nBASRA (Our correspondent) - ${ENGLISH}`],
    ['cut to its first half', ENGLISH, ENGLISH.slice(0, ENGLISH.length * 0.55)],
    ['a sentence left out', ENGLISH, ENGLISH.replace(/No group[^.]*\./, '')],
    ['a paragraph put behind', ENGLISH, `${ENGLISH} Oil prices rose slightly in early trading on Wednesday after two days of losses.`],
    [
      'a word changed here and there',
      ENGLISH,
      ENGLISH.replace('late on Tuesday', 'Tuesday night').replace('said that it', 'claimed to have').replace('told reporters', 'said'),
    ],
    ['other case, quotes and dashes', ENGLISH, ENGLISH.toUpperCase().replaceAll(',', ' –')],
    ['vowel marks and another spelling', ARABIC, ARABIC.replaceAll('إ', 'ا').replaceAll('ة ', 'ه ').replaceAll('قال', 'قَالَ')],
    ['an agency’s name in front', ARABIC, `البصرة (العراق) - خاص - ${ARABIC}`],
    ['a sentence left out, in Arabic', ARABIC, ARABIC.replace(/ولم تعلن[^.]*\./, '')],
    ['cut to its first half, in Arabic', ARABIC, ARABIC.slice(0, ARABIC.length * 0.55)],
  ])('%s', (_, a, b) => {
    expect(found(a, b)).toBeGreaterThanOrEqual(NEAR_DUPLICATE);
  });
});

describe('other reports are others', () => {
  it.each([
    [
      'another day’s attack on the same town',
      ENGLISH,
      'Three mortar shells fell on a market in Basra on Friday, killing two people, the provincial police said. The governor told reporters that the market would be closed until an inquiry had ended. It was the fourth attack on the city this year.',
    ],
    [
      'the same event in other words',
      ENGLISH,
      'Four people who work at the docks in Basra were hurt when missiles struck a storehouse there overnight. Officials have opened an inquiry, but the harbour is working as usual. Nobody has admitted to the strike, which also shattered glass in homes across the water.',
    ],
    ['the same in the other language', ENGLISH, ARABIC],
    ['the samples', ainAlAsad.text, nafusa.text],
    ['the samples of two languages', ainAlAsad.text, mindoro.text],
    ['too short to tell', 'Rockets hit Basra port', 'Rockets hit Basra port'],
  ])('%s', (_, a, b) => {
    expect(found(a, b)).toBeLessThan(NEAR_DUPLICATE);
  });
});
