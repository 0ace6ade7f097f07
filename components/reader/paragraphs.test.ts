import type { ArticleMap } from '@/lib/types';
import { markedMentions, paragraphsOf, type MarkedMention } from './paragraphs';

const mention = (start: number, end: number, placeId = 'a'): MarkedMention => ({
  start,
  end,
  placeId,
  index: 0,
  role: 'literal',
  isContinued: false,
});

const joined = (text: string, mentions: MarkedMention[]) =>
  paragraphsOf(text, mentions)
    .map((paragraph) => paragraph.pieces.map((piece) => piece.text).join('') + paragraph.lineBreak)
    .join('');

describe('paragraphsOf', () => {
  it.each([
    ['one line', 'في غرب العراق', [mention(3, 13)]],
    ['prefix joined to a mention', 'في قاعدة بالأردن.', [mention(10, 16)]],
    ['empty lines', 'a\n\n\nb\n', [mention(0, 1)]],
    ['a line break first', '\nIraq', [mention(1, 5)]],
    ['runs of spaces and tabs', '  x \t y  ', []],
    ['nothing at all', '', []],
    ['emoji before the mention', '🚀 Hit', [mention(3, 6)]],
    ['Windows line breaks', 'a\r\nb', [mention(3, 4)]],
    ['two mentions side by side', 'IraqSyria', [mention(0, 4), mention(4, 9, 'b')]],
    ['an overlap, which must not be', 'western Iraq', [mention(0, 12), mention(8, 12, 'b')]],
    ['a mention past the end', 'Iraq', [mention(2, 9)]],
    ['a mention over a line break', 'New\nYork', [mention(0, 8)]],
  ])('gives back the text, character for character: %s', (_, text, mentions) => {
    expect(joined(text, mentions)).toBe(text);
  });

  it('marks the words at the offsets, in their own paragraph', () => {
    const [, second] = paragraphsOf('Iraq said\nin Hit, Iraq', [mention(0, 4), mention(13, 16, 'b'), mention(18, 22)]);
    expect(second?.pieces.map(({ text, mention: marked }) => [text, marked?.placeId ?? null])).toEqual([
      ['in ', null],
      ['Hit', 'b'],
      [', ', null],
      ['Iraq', 'a'],
    ]);
    expect([...(second?.ids ?? [])]).toEqual(['b', 'a']);
  });
});

it('marks the names inside a road\u2019s or a border\u2019s words, and the words around them', () => {
  const text = 'the road between Tikrit and Samarra is shut';
  const place = (id: string, start: number, end: number) => ({ id, properties: { mentions: [{ start, end, role: 'literal' }] } });
  const map = { features: [place('road', 4, 35), place('tikrit', 17, 23), place('samarra', 28, 35)] } as unknown as ArticleMap;
  const [paragraph] = paragraphsOf(text, markedMentions(map, true));
  expect(paragraph?.pieces.map((piece) => [piece.text, piece.mention?.placeId ?? null, piece.mention?.isContinued ?? null])).toEqual([
    ['the ', null, null],
    ['road between ', 'road', false],
    ['Tikrit', 'tikrit', false],
    [' and ', 'road', true],
    ['Samarra', 'samarra', false],
    [' is shut', null, null],
  ]);
});
