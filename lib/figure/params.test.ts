import { figureEntries, parseFigureParams } from './params';

const parse = (query: string) => parseFigureParams(new URLSearchParams(query));

it('is the same after it was written and read', () => {
  const query = 'size=story&dpi=150&title=العراق&subtitle=&at=2026-11-22T18:30:00Z&zone=Asia/Baghdad&frame=6.25/33.7856/42.4412&source=AFP';
  expect(figureEntries(parse(query))).toEqual([...new URLSearchParams(query)]);
});

it.each([
  ['size=a5', { size: 'a4-landscape' }],
  ['dpi=72', { dpi: 300 }],
  ['at=soon', { at: null }],
  ['at=2024-08-06T02:00:00%2B03:00', { at: '2024-08-05T23:00:00Z' }],
  ['zone=Mars/Olympus', { zone: null }],
  ['frame=6/95/10', { view: null }],
  ['frame=6/33', { view: null }],
  ['frame=99/33/44', { view: null }],
])('reads %s as what it can mean', (query, part) => {
  expect(parse(query)).toMatchObject(part);
});
