import { read } from './read.test-data';

describe('what has not happened, or is no event, is not reported', () => {
  test.each([
    // Drills, films, games, anniversaries.
    'A military exercise simulating a missile attack was held in Haifa on Wednesday.',
    'The new film tells the story of a bombing in Beirut that killed 20 people in 1985.',
    "Real Madrid's attack struck three times in the second half to beat Barcelona on Sunday.",
    'The court in Paris sentenced a man to life for the attack in Nice that killed 86 people in 2016.',
    'President Biden condemned the attack on a synagogue in Pittsburgh in 2018.',
    'أجرى الجيش الأردني تمرينا يحاكي هجوما كيميائيا في الزرقاء.',
    'يروي الفيلم قصة انفجار في بيروت أودى بحياة المئات.',
    'سجل المنتخب هدفين من هجمتين مرتدتين في مباراة أقيمت في الدوحة.',
    'تحل اليوم ذكرى مذبحة صبرا وشاتيلا التي راح ضحيتها المئات في بيروت عام 1982.',
    // Conditions, foiled plots, denials of events, counts and habits.
    'If Russia attacks Odesa again, Ukraine will respond, the president said.',
    'Authorities foiled a plot to bomb a church in Amman, the intelligence agency said.',
    'There have been more than 300 attacks on health facilities in Gaza since October.',
    'Attacks on aid workers have increased in Sudan this year, the U.N. said.',
    'لم تسجل أي هجمات في طرابلس هذا الأسبوع.',
    'أحبطت قوات الأمن هجوما إرهابيا في عمان.',
    'إذا هاجمت إسرائيل لبنان فسيرد حزب الله، وفق ما قال مسؤول.',
    // Figures of speech.
    'The stock market crash hit investors in London.',
    'Pakistani shares were slaughtered in Karachi on Friday, as investors fled. Traders said the index had been battered all week.',
    'He died of a heart attack in Cairo on Sunday.',
    'شن النائب هجوما حادا على الحكومة في جلسة البرلمان ببيروت.',
    'North Korea test-fired two ballistic missiles into the sea on Monday.',
  ])('%s', (text) => {
    const { incidents } = read(text);
    expect(incidents.filter(({ status }) => status === 'reported' || status === 'claimed').map(({ headline }) => headline)).toEqual([]);
  });
});
