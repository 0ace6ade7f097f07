import fc from 'fast-check';
import arAbbreviations from '../../data/lexicon/ar/abbreviations.json';
import enAbbreviations from '../../data/lexicon/en/abbreviations.json';
import { splitSentences } from './sentences';

const ABBREVIATIONS = new Set([...enAbbreviations.noBreakAfter, ...arAbbreviations.noBreakAfter].map((word) => word.toLowerCase()));

const split = (text: string) => splitSentences(text, ABBREVIATIONS).map(({ start, end }) => text.slice(start, end));

describe('ends a sentence', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['white space only', ' \n\t ', []],
    ['full stops', 'It fell. Two died.', ['It fell.', 'Two died.']],
    ['without one at the end', 'It fell. Two died', ['It fell.', 'Two died']],
    ['question and exclamation marks', 'Where? There! Now…', ['Where?', 'There!', 'Now…']],
    ['the Arabic question mark', 'أين؟ في غزة.', ['أين؟', 'في غزة.']],
    ['the Urdu full stop', 'کابل میں۔ دو ہلاک', ['کابل میں۔', 'دو ہلاک']],
    ['several marks at once', 'What?! No...  Yes.', ['What?!', 'No...', 'Yes.']],
    ['new lines of every kind', 'عنوان\nنص\r\nآخر\u2029ذيل', ['عنوان', 'نص', 'آخر', 'ذيل']],
    ['a closing quotation mark stays with its sentence', '“It fell.” He left.', ['“It fell.”', 'He left.']],
    ['so does a closing bracket', '(It fell.) He left.', ['(It fell.)', 'He left.']],
    ['guillemets', '«سقط.» ثم غادر.', ['«سقط.»', 'ثم غادر.']],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });
});

describe('does not end a sentence', () => {
  test.each([
    ['an English title', 'Gen. Smith and Dr. Jones met Lt. Cmdr. Brown in Basra.'],
    ['an initial', 'John F. Kennedy spoke.'],
    ['a country in initials', 'The U.S. Army left Iraq.'],
    ['the Arabic doctor', 'قال د. أحمد في بغداد.'],
    ['a decimal', 'It cost 3.5 million.'],
    ['a decimal in Arabic digits', 'بلغت ٣.٥ مليون.'],
    ['a web address', 'See example.com for more.'],
    ['a lower-case word that follows', 'He came from approx. twenty towns.'],
    ['a time', 'At 10.30 a.m. it fell.'],
  ])('%s', (_, text) => {
    expect(split(text)).toEqual([text]);
  });
});

test('no letter is lost, whatever comes in', () => {
  const units = fc.constantFrom(...'abA د. \n\r"”»)!?؟…\ud83d'.split(''), 'Dr.', 'U.S.', '3.5', ' . ');
  fc.assert(
    fc.property(fc.array(units, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const sentences = splitSentences(text, ABBREVIATIONS);
      let last = 0;
      for (const { start, end } of sentences) {
        expect(text.slice(last, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        last = end;
      }
      expect(text.slice(last).trim()).toBe('');
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('linear: a hundred thousand full stops take no longer than a moment', () => {
  const start = performance.now();
  split('a. '.repeat(100_000));
  split('.'.repeat(300_000));
  expect(performance.now() - start).toBeLessThan(3_000);
});
