import { datesOf, show } from './testing';

/*
 * English: publication date, words, what is read of them: quote = day or days (UCDP date_prec), several joined by ` + `.
 * Expected values were reckoned by hand from a calendar. Days of publication end or begin a week, month or year, or are leap days:
 * 2024-08-04 Sun, 2024-08-05 Mon, 2024-08-06 Tue, 2024-02-29 Thu, 2024-03-31 Sun, 2023-12-31 Sun, 2024-01-01 Mon, 2024-12-31 Tue.
 */
const read = (publishedAt: string | null, text: string) => datesOf(text, 'en', publishedAt).map(show).join(' + ');

describe('days of the week', () => {
  test.each([
    ['2024-08-05', 'struck on Monday', 'Monday = 2024-08-05 (1)'],
    ['2024-08-04', 'struck on Monday', 'Monday = 2024-07-29 (1)'],
    ['2024-01-01', 'died Sunday', 'Sunday = 2023-12-31 (1)'],
    ['2024-03-01', 'on Thursday', 'Thursday = 2024-02-29 (1)'],
    ['2024-08-06', "Monday's attack", 'Monday = 2024-08-05 (1)'],
    ['2024-08-06', 'on Monday night', 'Monday night = 2024-08-05 (1)'],
    ['2024-08-06', 'early Tuesday', 'early Tuesday = 2024-08-06 (1)'],
    ['2024-08-06', 'last Tuesday', 'last Tuesday = 2024-07-30 (1)'],
    ['2024-08-06', 'next Friday', 'next Friday = 2024-08-09 (1)'],
    ['2024-12-31', 'next Tuesday', 'next Tuesday = 2025-01-07 (1)'],
    ['2024-08-06', 'this Friday', 'this Friday = 2024-08-09 (1)'],
    ['2024-08-06', 'Talks will resume on Friday', 'Friday = 2024-08-09 (1)'],
    ['2024-08-06', 'Talks will resume, officials said on Friday', 'Friday = 2024-08-02 (1)'],
    ['2024-08-06', 'killed 12 on Monday and 13 on Tuesday', 'Monday = 2024-08-05 (1) + Tuesday = 2024-08-06 (1)'],
    ['2024-08-06', 'on Tuesday, August 6', 'Tuesday, August 6 = 2024-08-06 (1)'],
    ['2024-08-06', 'Friday, August 9', 'Friday, August 9 = 2024-08-09 (1)'],
    ['2024-08-06', 'Monday (August 5)', 'Monday (August 5) = 2024-08-05 (1)'],
    ['2024-08-06', 'Sun, 4 Aug 2024', 'Sun, 4 Aug 2024 = 2024-08-04 (1)'],
    ['2024-08-06', 'before Friday prayers', 'Friday = 2024-08-02 (1)'],
    ['2024-08-05T23:30:00-04:00', 'on Monday', 'Monday = 2024-08-05 (1)'],
  ])('%s %s', (publishedAt, text, expected) => expect(read(publishedAt, text)).toBe(expected));
});

describe('counted from publication', () => {
  test.each([
    ['2024-03-01', 'yesterday', 'yesterday = 2024-02-29 (1)'],
    ['2023-03-01', 'yesterday evening', 'yesterday evening = 2023-02-28 (1)'],
    ['2024-01-01', 'the day before yesterday', 'the day before yesterday = 2023-12-30 (1)'],
    ['2024-12-31', 'tomorrow', 'tomorrow = 2025-01-01 (1)'],
    ['2024-08-06', 'a base was hit today', 'today = 2024-08-06 (1)'],
    ['2024-03-01', 'overnight', 'overnight = 2024-02-29..2024-03-01 (2)'],
    ['2024-08-06', 'last night', 'last night = 2024-08-05..2024-08-06 (2)'],
    ['2024-08-06', 'overnight into Monday', 'overnight into Monday = 2024-08-04..2024-08-05 (2)'],
    ['2024-08-06', 'Sunday night into Monday', 'Sunday night into Monday = 2024-08-04..2024-08-05 (2)'],
    ['2024-08-06', 'last week', 'last week = 2024-07-29..2024-08-04 (3)'],
    ['2024-08-04', 'last week', 'last week = 2024-07-22..2024-07-28 (3)'],
    ['2024-01-01', 'last week', 'last week = 2023-12-25..2023-12-31 (3)'],
    ['2024-08-06', 'the week before last', 'week before last = 2024-07-22..2024-07-28 (3)'],
    ['2024-08-06', 'earlier this week', 'earlier this week = 2024-08-05..2024-08-06 (3)'],
    ['2024-12-31', 'next week', 'next week = 2025-01-06..2025-01-12 (3)'],
    ['2024-08-06', 'late last week', 'late last week = 2024-08-01..2024-08-04 (2)'],
    ['2024-08-06', 'two weeks ago', 'two weeks ago = 2024-07-22..2024-07-28 (3)'],
    ['2024-01-01', 'two days ago', 'two days ago = 2023-12-30 (1)'],
    ['2024-03-03', 'three days ago', 'three days ago = 2024-02-29 (1)'],
    ['2024-08-06', 'twenty-five days ago', 'twenty-five days ago = 2024-07-12 (1)'],
    ['2024-08-06', 'a few days ago', 'a few days ago = 2024-07-31..2024-08-04 (2)'],
    ['2024-03-31', 'a month ago', 'a month ago = 2024-02-01..2024-02-29 (4)'],
    ['2024-01-31', 'last month', 'last month = 2023-12-01..2023-12-31 (4)'],
    ['2024-08-06', 'earlier this month', 'earlier this month = 2024-08-01..2024-08-06 (4)'],
    ['2024-12-31', 'next month', 'next month = 2025-01-01..2025-01-31 (4)'],
    ['2024-01-01', 'last year', 'last year = 2023-01-01..2023-12-31 (5)'],
    ['2024-08-06', 'this year', 'this year = 2024-01-01..2024-08-06 (5)'],
    ['2024-08-06', 'ten years ago', 'ten years ago = 2014-01-01..2014-12-31 (5)'],
    ['2024-08-06', 'in the past 24 hours', 'past 24 hours = 2024-08-05..2024-08-06 (2)'],
    ['2024-03-31', 'over the past month', 'past month = 2024-02-29..2024-03-31 (5)'],
    ['2024-08-06', 'over the weekend', 'weekend = 2024-08-03..2024-08-04 (2)'],
    ['2024-08-04', 'over the weekend', 'weekend = 2024-08-03..2024-08-04 (2)'],
    ['2024-08-03', 'over the weekend', 'weekend = 2024-08-03 (2)'],
    ['2024-08-04', 'last weekend', 'last weekend = 2024-07-27..2024-07-28 (2)'],
    ['2024-03-01', 'the 29th of last month', '29th of last month = 2024-02-29 (1)'],
  ])('%s %s', (publishedAt, text, expected) => expect(read(publishedAt, text)).toBe(expected));
});

describe('months and days', () => {
  test.each([
    ['2024-08-06', 'August 5, 2024', 'August 5, 2024 = 2024-08-05 (1)'],
    ['2024-08-06', '5th of August', '5th of August = 2024-08-05 (1)'],
    ['2024-08-06', 'on Aug. 5 in', 'Aug. 5 = 2024-08-05 (1)'],
    ['2024-08-06', '5 August 2023', '5 August 2023 = 2023-08-05 (1)'],
    ['2024-08-06', 'the fifth of August', 'fifth of August = 2024-08-05 (1)'],
    ['2024-01-01', 'December 31', 'December 31 = 2023-12-31 (1)'],
    ['2024-12-30', 'January 1', 'January 1 = 2024-01-01 (1)'],
    ['2025-03-01', 'February 29', 'February 29 = 2024-02-29 (1)'],
    ['2024-08-06', 'on July 16 and 25, two', 'July 16 = 2024-07-16 (1) + 25 = 2024-07-25 (1)'],
    ['2024-08-06', 'on 16 and 25 July', '16 = 2024-07-16 (1) + 25 July = 2024-07-25 (1)'],
    ['2024-08-06', 'is scheduled for September 9', 'September 9 = 2024-09-09 (1)'],
    ['2024-08-06', 'in January', 'January = 2024-01-01..2024-01-31 (4)'],
    ['2024-01-01', 'in December', 'December = 2023-12-01..2023-12-31 (4)'],
    ['2024-08-06', 'last August', 'last August = 2023-08-01..2023-08-31 (4)'],
    ['2024-08-06', 'next May', 'next May = 2025-05-01..2025-05-31 (4)'],
    ['2024-08-06', 'May last year', 'May last year = 2023-05-01..2023-05-31 (4)'],
    ['2024-08-06', 'in March and April 2022', 'March = 2022-03-01..2022-03-31 (4) + April 2022 = 2022-04-01..2022-04-30 (4)'],
    ['2024-08-06', 'mid-July', 'mid-July = 2024-07-11..2024-07-20 (4)'],
    ['2024-08-06', 'in mid-August', 'mid-August = 2024-08-11..2024-08-20 (4)'],
    ['2024-03-31', 'late February', 'late February = 2024-02-21..2024-02-29 (4)'],
    ['2024-08-06', 'late May', 'late May = 2024-05-21..2024-05-31 (4)'],
    ['2024-08-06', 'early 2023', 'early 2023 = 2023-01-01..2023-04-30 (5)'],
    [
      '2024-08-06',
      'In 2015 and in July of that year',
      '2015 = 2015-01-01..2015-12-31 (5) + July of that year = 2015-07-01..2015-07-31 (4)',
    ],
    ['2024-08-06', 'the 2006 war', '2006 = 2006-01-01..2006-12-31 (5)'],
    ['2024-08-06', 'in 2006', '2006 = 2006-01-01..2006-12-31 (5)'],
    ['2024-08-06', '2024-08-05', '2024-08-05 = 2024-08-05 (1)'],
    ['2024-08-06', '25/12/2023', '25/12/2023 = 2023-12-25 (1)'],
    ['2024-08-06', '12/25/2023', '12/25/2023 = 2023-12-25 (1)'],
    ['2024-08-06', '05/08/2024', '05/08/2024 = 2024-08-05 (1)'],
    ['2024-08-06', '08/05/2024', '08/05/2024 = 2024-08-05 (1)'],
    ['2024-08-06', '03/04/2021', '03/04/2021 = ? (4)'],
    ['2024-08-06', '10 Muharram 1446', '10 Muharram 1446 = 2024-07-16 (1)'],
    ['2024-08-06', 'during Ramadan', 'Ramadan = 2024-03-11..2024-04-09 (4)'],
  ])('%s %s', (publishedAt, text, expected) => expect(read(publishedAt, text)).toBe(expected));
});

describe('ranges', () => {
  test.each([
    ['2024-08-06', 'between 3 and 7 May', 'between 3 and 7 May = 2024-05-03..2024-05-07 (2)'],
    ['2024-08-06', 'between May 3 and 7', 'between May 3 and 7 = 2024-05-03..2024-05-07 (2)'],
    ['2024-08-06', '3-5 May', '3-5 May = 2024-05-03..2024-05-05 (2)'],
    ['2024-08-06', 'Aug 5–7, 2023', 'Aug 5–7, 2023 = 2023-08-05..2023-08-07 (2)'],
    ['2024-08-06', 'from Monday to Wednesday', 'from Monday to Wednesday = 2024-07-29..2024-07-31 (2)'],
    ['2024-01-06', 'from December 28 to January 3', 'from December 28 to January 3 = 2023-12-28..2024-01-03 (3)'],
    ['2024-08-06', 'between May and July', 'between May and July = 2024-05-01..2024-07-31 (5)'],
    ['2024-08-06', 'from December to January 2024', 'from December to January 2024 = 2023-12-01..2024-01-31 (5)'],
    ['2024-08-06', 'between 2006 and 2008', 'between 2006 and 2008 = 2006-01-01..2008-12-31 (5)'],
    ['2024-08-06', 'since February', 'since February = 2024-02-01..2024-08-06 (5)'],
    ['2024-08-06', 'since October 7', 'since October 7 = 2023-10-07..2024-08-06 (5)'],
    ['2024-01-01', 'since Friday', 'since Friday = 2023-12-29..2024-01-01 (2)'],
    ['2024-08-06', 'since the start of the year', 'since the start of the year = 2024-01-01..2024-08-06 (5)'],
  ])('%s %s', (publishedAt, text, expected) => expect(read(publishedAt, text)).toBe(expected));
});

describe('counted from the event told before', () => {
  test.each([
    ['three days later', 'three days later = 3 day (1)'],
    ['the same day', 'same day = 0 day (1)'],
    ['the next day', 'next day = 1 day (1)'],
    ['the following week', 'following week = 1 week (3)'],
    ['a day earlier', 'a day earlier = -1 day (1)'],
    ['two days after the attack', 'two days after = 2 day (1)'],
    ['several weeks later', 'several weeks later = 2..6 week (5)'],
  ])('%s', (text, expected) => expect(read('2024-08-06', text)).toBe(expected));
});

describe('without a date of publication', () => {
  test.each([
    ['on Monday', 'Monday = ? (1)'],
    ['last week', 'last week = ? (3)'],
    ['August 5', 'August 5 = ? (1)'],
    ['since February', 'since February = ? (5)'],
    ['August 5, 2024', 'August 5, 2024 = 2024-08-05 (1)'],
    ['05/08/2024', '05/08/2024 = ? (4)'],
    ['February 31', ''],
  ])('%s', (text, expected) => expect(read(null, text)).toBe(expected));
});

test('kind, anchor and direction are told', () => {
  const kinds = datesOf('On Monday, today, last week, since May, until Sunday, two days later and on 5 May 2023.', 'en', '2024-08-06');
  expect(kinds.map(({ kind, anchor, direction }) => [kind, anchor, direction])).toEqual([
    ['day', 'publication', 'past'],
    ['today', 'publication', 'past'],
    ['week', 'publication', 'past'],
    ['since', 'publication', 'past'],
    ['until', 'publication', 'past'],
    ['day', 'narrative', null],
    ['day', 'absolute', 'past'],
  ]);
  expect(datesOf('next week', 'en', '2024-08-06')[0]?.direction).toBe('future');
});
