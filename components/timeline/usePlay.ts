import { useEffect, useRef, useState } from 'react';

/** How long each incident is shown, in milliseconds: long enough to read its card's first lines. */
export const STEP_MS = 3_000;

export interface Play {
  readonly playing: boolean;
  readonly toggle: () => void;
  /** To the next (1) or the one before (-1), around the ends. */
  readonly step: (by: 1 | -1) => void;
}

/** Steps through incidents by their ids, one after the other; stops at the last, or when something else is selected. */
export function usePlay(ids: readonly string[], selected: string | null, onStep: (id: string) => void): Play {
  const [playing, setPlaying] = useState<{ readonly shown: string } | null>(null);
  const [seen, setSeen] = useState(selected);
  if (seen !== selected) {
    setSeen(selected);
    // Somebody chose something else, or closed the card.
    if (playing !== null && selected !== playing.shown) setPlaying(null);
  }

  const go = (to: number): string | null => {
    const id = ids[(to + ids.length) % Math.max(1, ids.length)] ?? null;
    if (id !== null) onStep(id);
    return id;
  };
  const at = selected === null ? -1 : ids.indexOf(selected);

  // The newest one: another render must not begin the wait anew.
  const latest = useRef(onStep);
  useEffect(() => {
    latest.current = onStep;
  });
  useEffect(() => {
    if (playing === null) return;
    const timer = setTimeout(() => {
      const next = ids[ids.indexOf(playing.shown) + 1];
      if (next !== undefined) latest.current(next);
      setPlaying(next === undefined ? null : { shown: next });
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, ids]);

  return {
    playing: playing !== null,
    toggle: () => {
      if (playing !== null) return setPlaying(null);
      const shown = go(at === ids.length - 1 ? 0 : at + 1);
      if (shown !== null) setPlaying({ shown });
    },
    step: (by) => {
      setPlaying(null);
      go(at === -1 && by === -1 ? ids.length - 1 : at + by);
    },
  };
}
