import { datesOf } from './testing';

/* What must never be read as a date. */
const quotes = (text: string, language: 'ar' | 'en') => datesOf(text, language, '2024-08-06').map(({ text: quote }) => quote);

test.each([
  'They may attack and troops will march on',
  'May said the plan, proposed by May, was dead',
  'Prime Minister Theresa May resigned',
  'Jan Egeland and April Jones met June Smith',
  'the March on Washington',
  'He sat in the sun, second in command',
  'a 3-2 win, 24 hours, aged 24',
  'a 5-year-old and a 3-year war',
  'the 1990s and the 20th century',
  '2006 people and 2,006 soldiers, $2024',
  'in 2006 villages',
  'call +1 555-05-08-2024 or 0508-2024',
  '10.5 million at 12:30',
  'February 31 and 29 February 2023 and 31/02/2024',
  'every Monday and each Friday, on Mondays',
  'Black Friday, Good Friday and Bloody Sunday',
  'the Sunday Times and USA Today',
  'the September 11 attacks',
  '9/11 and 24/7',
  'the first Tuesday of the month',
  'within three days, for three days',
  'Ramadan Kadyrov',
  'version 5.8.2.4',
])('%s', (text) => expect(quotes(text, 'en')).toEqual([]));

test.each([
  'قال أحد الجنود إن أحدا لم يصب',
  'مارس الجيش ضغوطا على من مارس العنف',
  'تيريزا ماي ورجب طيب أردوغان ورمضان قديروف',
  'أب لثلاثة أطفال فتح باب المنزل',
  'فاز 3 صفر بنتيجة 3-2',
  'فجر انتحاري نفسه',
  'ثورة 25 يناير وقوى 8 آذار وأيلول الأسود',
  'صحيفة المصري اليوم وقناة روسيا اليوم واليوم السابع',
  'كل يوم جمعة وكل سبت',
  'الأمين العام والرأي العام',
  'أكثر من 175 مرة ونحو 2500 جندي و900 في سوريا',
  '16 شخصا و25 جنديا، عمره 25 عاما، 10 سجائر في اليوم',
  'في 2006 قرية و2006 أشخاص',
  'هاتف 05-08-2024-33',
  '31 فبراير و30 شباط 2024 و31/02/2024',
  'ثمانينيات القرن الماضي',
  'الأشهر القليلة الأولى من الحرب، ومنذ ذلك الحين',
  'هجمات 11 سبتمبر',
  'في غضون 24 ساعة',
])('%s', (text) => expect(quotes(text, 'ar')).toEqual([]));
