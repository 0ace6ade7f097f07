import type { Language } from '../types';
import { detectLanguage } from './language';

describe('what the tag says', () => {
  test.each<[string, Language | null]>([
    ['ar', 'ar'],
    ['AR', 'ar'],
    ['ar-EG', 'ar'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['fr', null],
    ['fa', null],
    ['arz', null],
    ['eng', null],
  ])('%s', (tag, language) => {
    // The tag is believed even where the text looks otherwise.
    expect(detectLanguage('Bonjour le monde', tag)).toBe(language);
  });
});

describe('what the text looks like', () => {
  test.each<[string, string, Language | null]>([
    ['Arabic', 'قال مسؤولون إن هجوما صاروخيا على قاعدة في العراق أدى إلى إصابة العديد من الأفراد.', 'ar'],
    ['vowelled Arabic', 'فِي دِمَشْقَ وَبَيْرُوتَ قُتِلَ ثَلاثَةُ أَشْخاصٍ', 'ar'],
    ['presentation forms', 'ﻓﻲ ﺑﻐﺪﺍﺩ', 'ar'],
    ['Arabic with names in Latin', 'أعلنت شركة Reuters أن طائرة من طراز F-16 تحطمت قرب بغداد يوم الأحد', 'ar'],
    ['an Arabic headline', 'قصف على غزة', 'ar'],
    ['one Arabic name', 'بغداد', 'ar'],
    ['English', 'Rockets hit a base in western Iraq on Monday, wounding several people, officials said.', 'en'],
    ['an English headline', 'Blast in Beirut', 'en'],
    ['one English name', 'Baghdad', 'en'],
    ['English capitals', 'ROCKETS HIT AIR BASE IN IRAQ', 'en'],
    ['English with Arabic in brackets', 'Rockets hit the Ain al-Asad (عين الأسد) base in western Iraq on Monday, officials said.', 'en'],
    ['Persian', 'مقام‌های ایرانی گفتند که این حمله موشکی به پایگاه آمریکا در عراق انجام شده است و چند نفر زخمی شدند.', null],
    ['Urdu', 'حکام نے بتایا کہ عراق میں امریکی اڈے پر راکٹ حملے میں کئی افراد زخمی ہوئے ہیں اور تحقیقات جاری ہیں۔', null],
    ['French', 'Des roquettes ont touché une base dans l’ouest de l’Irak lundi, faisant plusieurs blessés, selon des responsables.', null],
    ['German', 'Raketen trafen am Montag einen Stützpunkt im Westen des Irak, mehrere Menschen wurden verletzt.', null],
    ['Hebrew', 'רקטות פגעו בבסיס במערב עיראק ביום שני', null],
    ['Russian', 'Ракеты попали в базу на западе Ирака в понедельник', null],
    ['Chinese', '周一火箭弹袭击了伊拉克西部的一个基地', null],
    ['digits only', '16 25 2024', null],
    ['nothing', '', null],
    ['emoji', '🔴🔴', null],
  ])('%s', (_, text, language) => {
    expect(detectLanguage(text, null)).toBe(language);
  });

  test('a long head of digits does not hide the text behind it', () => {
    expect(detectLanguage('1234567890 '.repeat(100) + 'انفجار في بيروت', null)).toBe('ar');
  });
});
