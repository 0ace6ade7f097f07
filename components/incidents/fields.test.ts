import { fieldPieces, fieldSpans } from './fields';
import { date, incident } from './sample.test-data';

const TEXT = 'Three rockets hit the base on Monday.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const quote = { start: 0, end: TEXT.length, text: TEXT };
const hit = incident('hit', {
  date: { ...date('2024-08-05'), start: '2024-08-05', end: '2024-08-05', precision: 1, text: 'Monday', span: at('Monday') },
  actors: [{ name: 'the base', role: 'target', span: at('the base') }],
  spans: { trigger: at('rockets hit'), place: null, status: null, weapons: [at('rockets')] },
});

it('gives back the passage, with the words that gave each field', () => {
  const pieces = fieldPieces(quote, fieldSpans(hit));
  expect(pieces.map(({ text }) => text).join('')).toBe(TEXT);
  expect(pieces.filter(({ field }) => field !== null).map(({ text, field, inTrigger }) => [text, field, inTrigger])).toEqual([
    ['rockets', 'weapon', true],
    [' hit', 'trigger', true],
    ['the base', 'actor', false],
    ['Monday', 'date', false],
  ]);
});

it('marks no word of another passage', () => {
  const other = { start: 100, end: 105, text: 'There' };
  expect(fieldPieces(other, fieldSpans(hit))).toEqual([{ start: 100, text: 'There', field: null, inTrigger: false }]);
});
