import { chooseAnchor, NO_PADDING, panFor } from './make-room';

const map = { width: 1000, height: 800 };
const card = { width: 350, height: 300 };

describe('where the card stands', () => {
  it.each<[string, { x: number; y: number }, object, string]>([
    ['above a mark low on the map', { x: 500, y: 600 }, {}, 'bottom'],
    ['below a mark high on the map', { x: 500, y: 100 }, {}, 'top'],
    ['above a mark that a sheet nearly covers', { x: 500, y: 380 }, { bottom: 350 }, 'bottom'],
    ['beside a mark where the map is low', { x: 200, y: 150 }, { bottom: 480 }, 'left'],
  ])('%s', (_, mark, padding, anchor) => {
    expect(chooseAnchor(mark, card, map, { ...NO_PADDING, ...padding })).toBe(anchor);
  });
});

describe('how the map makes room', () => {
  it('stays where the card fits', () => {
    expect(panFor({ left: 100, top: 100, right: 450, bottom: 400 }, map, NO_PADDING)).toEqual([0, 0]);
  });

  it('moves by what sticks out, and a margin', () => {
    expect(panFor({ left: -50, top: 100, right: 300, bottom: 400 }, map, NO_PADDING)).toEqual([-60, 0]);
    expect(panFor({ left: 100, top: 600, right: 450, bottom: 900 }, map, { ...NO_PADDING, bottom: 100 })).toEqual([0, 210]);
  });

  it('rather shows the beginning of a card that is too large than its end', () => {
    expect(panFor({ left: 0, top: -20, right: 300, bottom: 900 }, map, NO_PADDING)[1]).toBe(-30);
  });
});
