import { EXPANDS, expansions, foldCode, FORMAT, isApostrophe, MARK, SEPARATOR } from './fold';

/** A text as the fold sees it: what is compared, letter by letter; `|` where a token would end. */
function folded(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const fold = foldCode(code);
    if (fold === SEPARATOR) out += '|';
    else if (fold === EXPANDS) out += expansions.get(code) ?? '?';
    else if (fold !== MARK && fold !== FORMAT) out += String.fromCharCode(fold);
  }
  return out;
}

describe('letters that fold together, since press spelling mixes them', () => {
  test.each([
    // Arabic: hamza carriers, final yeh, teh marbuta.
    ['أربيل', 'اربيل'],
    ['إيران', 'ايران'],
    ['آسيا', 'اسيا'],
    ['ٱلعراق', 'العراق'],
    ['مؤتة', 'موته'],
    ['الجزائر', 'الجزاير'],
    ['علي', 'على'],
    ['القاهرة', 'القاهره'],
    ['مكة', 'مكه'],
    // Persian, Urdu and Kurdish letters that keyboards put into Arabic words.
    ['کرکوک', 'كركوك'],
    ['الكویت', 'الكويت'],
    ['گرگان', 'كركان'],
    ['پاريس', 'باريس'],
    ['چاد', 'جاد'],
    ['ڤيينا', 'فيينا'],
    ['ہرات', 'هرات'],
    // Presentation forms and ligatures: Unicode's compatibility decompositions.
    ['ﺑﻐﺪﺍﺩ', 'بغداد'],
    ['ﻻﻫﻮﺭ', 'لاهور'],
    ['ﻷ', 'لا'],
    ['ﷲ', 'الله'],
    ['ﬀ', 'ff'],
    // Latin: accents composed and combining, letters that only decompose by agreement.
    ['Kraków', 'Krakow'],
    ['Krako\u0301w', 'Krakow'],
    ['São Tomé', 'Sao Tome'],
    ['Łódź', 'Lodz'],
    ['Gießen', 'Giessen'],
    ['Ærø', 'Aero'],
    ['Œuilly', 'Oeuilly'],
    ['Þórshöfn', 'Thorshofn'],
    ['Diyarbakır', 'Diyarbakir'],
    ['İstanbul', 'Istanbul'],
    ['Hải Phòng', 'Hai Phong'],
    // Fullwidth forms.
    ['Ｂｅｉｒｕｔ', 'Beirut'],
    // Digits of every script.
    ['٢٠٢٤', '2024'],
    ['۱۷۵', '175'],
    ['१२३', '123'],
    ['７', '7'],
  ])('%s is read as %s', (written, plain) => {
    expect(folded(written)).toBe(folded(plain));
  });

  test.each([
    ['الموصل', 'المصل'],
    ['صور', 'سور'],
    ['حلب', 'جلب'],
    ['Oman', 'Omen'],
    ['16', '61'],
  ])('%s stays apart from %s', (a, b) => {
    expect(folded(a)).not.toBe(folded(b));
  });
});

describe('what is not compared', () => {
  test.each([
    ['fatha', '\u064e', MARK],
    ['shadda', '\u0651', MARK],
    ['dagger alef', '\u0670', MARK],
    ['tatweel', 'ـ', MARK],
    ['combining acute', '\u0301', MARK],
    ['left-to-right mark', '\u200e', FORMAT],
    ['right-to-left embedding', '\u202b', FORMAT],
    ['pop directional isolate', '\u2069', FORMAT],
    ['Arabic letter mark', '\u061c', FORMAT],
    ['zero-width joiner', '\u200d', FORMAT],
    ['zero-width non-joiner', '\u200c', FORMAT],
    ['soft hyphen', '\u00ad', FORMAT],
    ['byte-order mark', '\ufeff', FORMAT],
    ['space', ' ', SEPARATOR],
    ['no-break space', '\u00a0', SEPARATOR],
    ['hyphen', '-', SEPARATOR],
    ['Arabic comma', '،', SEPARATOR],
    ['high surrogate', '\ud83d', SEPARATOR],
    ['low surrogate', '\udd34', SEPARATOR],
  ])('%s', (_, char, fold) => {
    expect(foldCode(char.charCodeAt(0))).toBe(fold);
  });
});

test('every code unit has a fold, and one that expands has its expansion', () => {
  const without: string[] = [];
  for (let code = 0; code < 0x10000; code++)
    if (foldCode(code) === EXPANDS && !((expansions.get(code)?.length ?? 0) > 1)) without.push(`U+${code.toString(16)}`);
  expect(without).toEqual([]);
});

test('folding twice changes nothing more, in the scripts that are read', () => {
  const unstable: string[] = [];
  const stable = (code: number) => foldCode(code) === code;
  for (const [from, to] of READ_SCRIPTS)
    for (let code = from; code < to; code++) {
      const fold = foldCode(code);
      // Forms that decompose into a letter and a sign by itself stand in no name.
      if (/\p{Lm}|[^\p{L}\p{M}\p{Nd}]/u.test(String.fromCharCode(code).normalize('NFKD'))) continue;
      const whole =
        fold === EXPANDS ? [...(expansions.get(code) ?? '')].every((char) => stable(char.charCodeAt(0))) : fold < EXPANDS || stable(fold);
      if (!whole) unstable.push(`U+${code.toString(16)}`);
    }
  expect(unstable).toEqual([]);
});

/** Latin with its extensions, Arabic with its extensions and presentation forms, halfwidth and fullwidth forms. */
const READ_SCRIPTS = [
  [0x20, 0x250],
  [0x600, 0x780],
  [0x1e00, 0x1f00],
  [0xfb00, 0xfff0],
] as const;

test('the apostrophes of Arabic transliteration are known', () => {
  expect([..."'’‘ʼʻʽʾʿ`´′"].filter((char) => !isApostrophe(char.charCodeAt(0)))).toEqual([]);
  expect([...'"“”,.-a'].filter((char) => isApostrophe(char.charCodeAt(0)))).toEqual([]);
});
