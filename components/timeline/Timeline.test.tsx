/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { NO_FILTER } from '@/components/incidents/filter';
import { date, incident } from '@/components/incidents/sample.test-data';
import { Timeline, type TimelineProps } from './Timeline';
import { STEP_MS } from './usePlay';

const ALL = [
  incident('monday', { date: date('2024-08-05') }),
  incident('january', { date: date('2024-01-01', '2024-01-31') }),
  incident('undated'),
];

beforeAll(() => {
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function show(props: Partial<TimelineProps> = {}) {
  const all: TimelineProps = {
    all: ALL,
    incidents: ALL,
    locale: 'en',
    filter: NO_FILTER,
    onFilter: jest.fn(),
    selection: null,
    highlight: null,
    onSelect: jest.fn(),
    onHighlight: jest.fn(),
    ...props,
  };
  const { rerender, container } = render(<Timeline {...all} />);
  return { ...all, container, update: (more: Partial<TimelineProps>) => rerender(<Timeline {...all} {...more} />) };
}

it('says the days of its ends in words, and moves them with the keys', () => {
  const { onFilter } = show();
  const from = screen.getByRole('slider', { name: 'First day shown' });
  expect(from).toHaveAttribute('aria-valuetext', 'Thursday 28 December 2023');
  fireEvent.keyDown(from, { key: 'PageUp' });
  fireEvent.keyDown(from, { key: 'ArrowRight' });
  expect(from).toHaveAttribute('aria-valuetext', 'Sunday 28 January 2024');
  expect(onFilter).not.toHaveBeenCalled();
  act(() => void jest.advanceTimersByTime(200));
  expect(onFilter).toHaveBeenCalledTimes(1);
  expect(onFilter).toHaveBeenCalledWith({ from: '2024-01-28', to: null });
});

it('stops each end at the other', () => {
  show();
  const [from, to] = screen.getAllByRole('slider');
  if (!from || !to) throw new Error('No sliders.');
  fireEvent.keyDown(to, { key: 'Home' });
  expect(to).toHaveAttribute('aria-valuenow', from.getAttribute('aria-valuenow') ?? '');
});

it('plays from the first day to the last, and stops there', () => {
  const onSelect = jest.fn();
  const { update } = show({ onSelect });
  fireEvent.click(screen.getByRole('button', { name: 'Play' }));
  expect(onSelect).toHaveBeenLastCalledWith({ incidentId: 'january', mention: 0 }, 'replace');
  update({ onSelect, selection: { incidentId: 'january', mention: 0 } });
  act(() => void jest.advanceTimersByTime(STEP_MS));
  expect(onSelect).toHaveBeenLastCalledWith({ incidentId: 'monday', mention: 0 }, 'replace');
  update({ onSelect, selection: { incidentId: 'monday', mention: 0 } });
  act(() => void jest.advanceTimersByTime(STEP_MS));
  expect(onSelect).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('button', { name: 'Play' })).toBeVisible();
});

it('stops playing when the card is closed', () => {
  const onSelect = jest.fn();
  const { update } = show({ onSelect });
  fireEvent.click(screen.getByRole('button', { name: 'Play' }));
  update({ onSelect, selection: { incidentId: 'january', mention: 0 } });
  update({ onSelect, selection: null });
  act(() => void jest.advanceTimersByTime(2 * STEP_MS));
  expect(onSelect).toHaveBeenCalledTimes(1);
});

it('keeps what has no date beside the time, with its number', () => {
  const { container } = show();
  expect(screen.getByText('1 undated')).toBeVisible();
  expect(container.querySelector('.timeline-undated [data-timeline-id="undated"]')).not.toBeNull();
});

it('is not there where nothing is dated', () => {
  const { container } = show({ all: [incident('undated')], incidents: [incident('undated')] });
  expect(container).toBeEmptyDOMElement();
});
