import { useCallback, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';

/** Where the sheet of a phone can rest, from low to high. */
const STOPS = ['peek', 'half', 'full'] as const;
export type Stop = (typeof STOPS)[number];

/** How high each stop is, as a part of the window; desk.css has the exact sizes, this only finds the nearest one. */
const HEIGHT: Readonly<Record<Stop, number>> = { peek: 0.12, half: 0.5, full: 0.94 };
/** A flick faster than this (px/ms) goes on to the next stop. */
const FLICK = 0.5;
/** Less than this (px) is a press and not a drag. */
const SLIP = 6;

export interface Sheet {
  readonly stop: Stop;
  readonly setStop: (stop: Stop) => void;
  /** Lowers the sheet as long as something on the map has to be seen, and puts it back afterwards. */
  readonly makeWay: (needed: boolean) => void;
  /** The sheet itself: its height follows the finger. */
  readonly ref: RefObject<HTMLElement | null>;
  readonly handle: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onClick: () => void;
  };
}

/** The stop above (`+1`) or below (`-1`), or the same one at the ends. */
export function nextStop(stop: Stop, step: 1 | -1): Stop {
  return STOPS[STOPS.indexOf(stop) + step] ?? stop;
}

/** The stop at which a sheet let go of at `height` (part of the window) comes to rest; `speed` in px/ms, upwards positive. */
export function restingStop(from: Stop, height: number, speed: number): Stop {
  if (Math.abs(speed) > FLICK) return nextStop(from, speed > 0 ? 1 : -1);
  const distance = (stop: Stop) => Math.abs(HEIGHT[stop] - height);
  return STOPS.reduce((nearest, stop) => (distance(stop) < distance(nearest) ? stop : nearest));
}

interface Drag {
  readonly y: number;
  readonly height: number;
  lastY: number;
  lastTime: number;
  speed: number;
  moved: boolean;
}

/** A sheet with three stops that is moved by dragging its handle, by pressing it, or with the arrow keys. */
export function useSheet(first: Stop): Sheet {
  const [stop, setStop] = useState(first);
  const ref = useRef<HTMLElement>(null);
  const [lowered, setLowered] = useState(first === 'peek');
  const drag = useRef<Drag | null>(null);
  const wasDragged = useRef(false);

  const letGo = useCallback(() => {
    const { current } = drag;
    const sheet = ref.current;
    drag.current = null;
    if (current === null || sheet === null) return;
    wasDragged.current = current.moved;
    if (current.moved) setStop((from) => restingStop(from, sheet.offsetHeight / window.innerHeight, current.speed));
    sheet.style.blockSize = '';
    sheet.classList.remove('is-dragged');
  }, []);

  const makeWay = (needed: boolean) => {
    if (needed === (stop === 'peek')) return;
    if (needed) setStop('peek');
    else if (lowered) setStop('half');
    setLowered(needed);
  };

  return {
    stop,
    setStop,
    makeWay,
    ref,
    handle: {
      onPointerDown: (event) => {
        const sheet = ref.current;
        if (sheet === null || event.button !== 0) return;
        wasDragged.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
        const y = event.clientY;
        drag.current = { y, height: sheet.offsetHeight, lastY: y, lastTime: event.timeStamp, speed: 0, moved: false };
      },
      onPointerMove: (event) => {
        const { current } = drag;
        const sheet = ref.current;
        if (current === null || sheet === null) return;
        if (!current.moved && Math.abs(event.clientY - current.y) < SLIP) return;
        current.moved = true;
        current.speed = (current.lastY - event.clientY) / Math.max(1, event.timeStamp - current.lastTime);
        current.lastY = event.clientY;
        current.lastTime = event.timeStamp;
        sheet.classList.add('is-dragged');
        sheet.style.blockSize = `${current.height + current.y - event.clientY}px`;
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
      onKeyDown: (event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        setStop((from) => nextStop(from, event.key === 'ArrowUp' ? 1 : -1));
      },
      // A press after a drag is the drag's own end. From the top it goes down, so that one button reaches all three.
      onClick: () => {
        if (!wasDragged.current) setStop((from) => (from === 'full' ? 'peek' : nextStop(from, 1)));
        wasDragged.current = false;
      },
    },
  };
}
