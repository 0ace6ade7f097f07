import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { dayAt, type Days } from './scale';

export type End = 'from' | 'to';

export interface Brush {
  /** What is chosen at this moment, also while it is being drawn. */
  readonly range: Days;
  readonly track: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
  readonly onKeyDown: (end: End, event: KeyboardEvent<HTMLElement>) => void;
}

/** Pixels that a press may slip before it draws a range. */
const SLIP = 4;
/** Milliseconds after the last key until the filter follows: browsers refuse more than a few changes of the address a second. */
const REST_MS = 150;
const MONTH = 30;

interface Drag {
  readonly x: number;
  readonly day: number;
  readonly end: End | null;
  drawing: boolean;
}

/** Choosing a range of days on a track: drawn with a pointer anew or by its ends, or moved by its ends with the keys. */
export function useBrush(chosen: Days, extent: Days, onChoose: (range: Days) => void): Brush {
  const [draft, setDraft] = useState<Days | null>(null);
  const drag = useRef<Drag | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const range = draft ?? chosen;

  const choose = (next: Days) => {
    setDraft(null);
    onChoose(next);
  };
  const end = () => {
    if (drag.current?.drawing === true && draft !== null) choose(draft);
    drag.current = null;
  };
  return {
    range,
    track: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        const handle = event.target instanceof Element ? event.target.getAttribute('data-end') : null;
        const grabbed = handle === 'from' || handle === 'to' ? handle : null;
        drag.current = { x: event.clientX, day: dayUnder(event, extent), end: grabbed, drawing: false };
      },
      onPointerMove: (event) => {
        const { current } = drag;
        if (current === null || (!current.drawing && Math.abs(event.clientX - current.x) < SLIP)) return;
        // Not before: a press on a mark has to reach the mark.
        if (!current.drawing) event.currentTarget.setPointerCapture(event.pointerId);
        current.drawing = true;
        const day = dayUnder(event, extent);
        setDraft(current.end === null ? ordered(current.day, day) : withEnd(range, current.end, day));
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
    onKeyDown: (which, event) => {
      const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
      const steps: Record<string, number> = {
        ArrowRight: forward,
        ArrowLeft: -forward,
        ArrowUp: 1,
        ArrowDown: -1,
        PageUp: MONTH,
        PageDown: -MONTH,
        Home: extent.from - range[which],
        End: extent.to - range[which],
      };
      const step = steps[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const next = withEnd(range, which, Math.min(extent.to, Math.max(extent.from, range[which] + step)));
      setDraft(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => choose(next), REST_MS);
    },
  };
}

/** One end moved; it stops at the other. */
function withEnd(range: Days, end: End, day: number): Days {
  return end === 'from' ? { from: Math.min(day, range.to), to: range.to } : { from: range.from, to: Math.max(day, range.from) };
}

function ordered(a: number, b: number): Days {
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

function dayUnder(event: PointerEvent<HTMLElement>, extent: Days): number {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const part = (event.clientX - left) / width;
  return dayAt(getComputedStyle(event.currentTarget).direction === 'rtl' ? 1 - part : part, extent);
}
