import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';

export interface LongListProps<T extends { readonly id: string }> {
  readonly items: readonly T[];
  /** The id of the one that is brought into sight. */
  readonly chosen: string | null;
  /** Which element of an entry takes the focus. */
  readonly entrySelector: string;
  readonly onLeave: () => void;
  /** The end of the list has come into sight: there may be more to fetch. */
  readonly onEnd?: () => void;
  readonly entry: (item: T) => ReactNode;
}

/** Pixels: a usual entry's height, before it has been measured. */
const USUAL_HEIGHT = 120;
const OVERSCAN = 6;

/** A list of thousands, of which only what is in sight is written. Its scrolling element is the nearest `.scroller`. */
export function LongList<T extends { readonly id: string }>({ items, chosen, entrySelector, onLeave, onEnd, entry }: LongListProps<T>) {
  const list = useRef<HTMLOListElement>(null);
  const scroller = () => list.current?.closest<HTMLElement>('.scroller') ?? null;
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing that it returns is handed on to a memoized component
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: scroller,
    getItemKey: (index) => items[index]?.id ?? index,
    estimateSize: () => USUAL_HEIGHT,
    overscan: OVERSCAN,
    // What stands above the list in the same scroller.
    scrollMargin: list.current?.offsetTop ?? 0,
  });

  const at = chosen === null ? -1 : items.findIndex(({ id }) => id === chosen);
  const latest = useRef(virtual);
  useEffect(() => {
    latest.current = virtual;
  });
  useEffect(() => {
    if (at >= 0 && !list.current?.querySelector(`[data-index="${at}"]`)) latest.current.scrollToIndex(at, { align: 'center' });
  }, [at]);

  const seesEnd = virtual.getVirtualItems().at(-1)?.index === items.length - 1;
  useEffect(() => {
    if (seesEnd) onEnd?.();
  }, [seesEnd, onEnd, items.length]);

  const goToEnd = (event: KeyboardEvent) => {
    if (event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    event.stopPropagation();
    const index = event.key === 'Home' ? 0 : items.length - 1;
    virtual.scrollToIndex(index);
    focusWhenThere(list, `[data-index="${index}"] ${entrySelector}`);
  };

  return (
    <ol
      ref={list}
      className="places-list long-list"
      style={{ blockSize: `${virtual.getTotalSize()}px` }}
      onPointerLeave={onLeave}
      onBlur={onLeave}
      onKeyDown={goToEnd}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        return item === undefined ? null : (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            {entry(item)}
          </li>
        );
      })}
    </ol>
  );
}

/** Frames that an entry may take to be written and measured. */
const PATIENCE = 20;

function focusWhenThere(list: { readonly current: HTMLElement | null }, selector: string, patience = PATIENCE): void {
  const found = list.current?.querySelector<HTMLElement>(selector);
  if (found) found.focus();
  else if (patience > 0) requestAnimationFrame(() => focusWhenThere(list, selector, patience - 1));
}
