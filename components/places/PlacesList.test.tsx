/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ArticleMap, PlaceFeature, PlaceProperties } from '@/lib/types';
import { PlacesList, type PlacesListProps } from './PlacesList';

function feature(id: string, starts: number[], properties: Partial<PlaceProperties>): PlaceFeature {
  const mentions = starts.map((start) => {
    const quote = { start, end: start + 4, text: 'text' };
    return { ...quote, role: properties.role ?? 'literal', confidence: 0.9, quote };
  });
  return {
    type: 'Feature',
    id,
    bbox: [44, 33, 44, 33],
    geometry: { type: 'Point', coordinates: [44, 33] },
    properties: {
      name: id,
      names: { ar: `${id} بالعربية`, en: id },
      kind: 'country',
      countryCode: 'IQ',
      admin1: null,
      labelPoint: [44, 33],
      wherePrecision: 6,
      geoPrecision: 3,
      role: 'literal',
      confidence: 0.95,
      why: [],
      alternatives: [],
      mentions,
      ...properties,
    },
  };
}

const MAP: ArticleMap = {
  type: 'FeatureCollection',
  article: { id: 'a', title: null, language: 'ar', publishedAt: null, url: null, source: null, sha256: '', length: 100 },
  gazetteer: { version: '1', places: 1, names: 1 },
  features: [
    feature('Hit', [60], { kind: 'town', wherePrecision: 2, confidence: 0.5 }),
    feature('Baghdad', [50, 70], { kind: 'city', wherePrecision: 1, role: 'associative', confidence: 0.8 }),
    feature('Iraq', [10, 20, 30], {}),
  ],
  unlocated: [],
  incidents: [],
};

function show(props: Partial<PlacesListProps> = {}) {
  const all: PlacesListProps = {
    map: MAP,
    locale: 'en',
    selection: null,
    highlight: null,
    showAssociative: true,
    onShowAssociative: jest.fn(),
    onSelect: jest.fn(),
    onHighlight: jest.fn(),
    ...props,
  };
  render(<PlacesList {...all} />);
  return all;
}

describe('PlacesList', () => {
  it('groups by role and orders by first mention', () => {
    show();
    const names = (group: string) =>
      within(screen.getByRole('region', { name: group }))
        .getAllByRole('button')
        .map((button) => button.dataset.placeId);
    expect(names('Places')).toEqual(['Iraq', 'Hit']);
    expect(names('Named as governments or groups')).toEqual(['Baghdad']);
  });

  it.each([
    ['en', 'Iraq', ['3 mentions', 'Country', 'Somewhere in Iraq', 'Certain']],
    ['en', 'Hit', ['1 mention', 'Town, Iraq', 'Within about 25 km', 'Unsure']],
    ['en', 'Baghdad', ['2 mentions', 'City, Iraq', 'Likely']],
    ['ar', 'Iraq', ['ذُكر 3 مرات', 'بلد', 'مكان ما في العراق', 'مؤكد']],
    ['ar', 'Baghdad', ['ذُكر مرتين', 'مدينة، العراق', 'مرجّح']],
  ] as const)('says what, where, how exactly and how surely (%s, %s)', (locale, id, words) => {
    show({ locale });
    const place = screen.getByRole('button', { name: new RegExp(`^${id}`) });
    for (const word of words) expect(within(place).getByText(word)).toBeInTheDocument();
  });

  it('gives no precision to the name of a government', () => {
    show();
    expect(screen.getByRole('button', { name: /^Baghdad/ })).not.toHaveTextContent('Exact place');
  });

  it('chooses and lights a place', async () => {
    const user = userEvent.setup();
    const { onSelect, onHighlight } = show();
    await user.click(screen.getByRole('button', { name: /^Hit/ }));
    expect(onSelect).toHaveBeenCalledWith({ placeId: 'Hit', mention: 0 });
    expect(onHighlight).toHaveBeenCalledWith('Hit');
  });

  it('moves by arrow keys and by j and k, over the groups, and stops at the ends', async () => {
    const user = userEvent.setup();
    show();
    screen.getByRole('button', { name: /^Iraq/ }).focus();
    const steps = [
      ['{ArrowDown}', 'Hit'],
      ['j', 'Baghdad'],
      ['j', 'Baghdad'],
      ['k', 'Hit'],
      ['{Home}', 'Iraq'],
      ['{ArrowUp}', 'Iraq'],
      ['{End}', 'Baghdad'],
    ] as const;
    for (const [key, place] of steps) {
      await user.keyboard(key);
      expect(document.activeElement).toHaveAttribute('data-place-id', place);
    }
  });

  it('hides and shows governments and groups', async () => {
    const user = userEvent.setup();
    const { onShowAssociative } = show({ showAssociative: false });
    expect(screen.queryByRole('button', { name: /^Baghdad/ })).toBeNull();
    await user.click(screen.getByRole('switch', { name: 'Show governments and groups' }));
    expect(onShowAssociative).toHaveBeenCalledWith(true);
  });

  it('tells the names that are not on the map, with their words', () => {
    const quote = { start: 0, end: 30, text: 'They fled the village of Zuma.' };
    const mention = { start: 25, end: 29, text: 'Zuma', role: 'literal' as const, confidence: 0.8, quote };
    show({ map: { ...MAP, unlocated: [{ name: 'Zuma', kind: 'village', mentions: [mention] }] } });
    const section = screen.getByRole('region', { name: 'Named, not on the map' });
    expect(section).toHaveTextContent('Zuma1 mentionVillage');
    expect(section.querySelector('blockquote')).toHaveTextContent(quote.text);
    expect(section.querySelector('mark')).toHaveTextContent(/^Zuma$/);
  });
});
