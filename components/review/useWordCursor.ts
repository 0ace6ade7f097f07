import { useEffect, useMemo, useState } from 'react';
import { directionOf } from '@/components/ui/locale';
import type { Span } from '@/lib/types';
import { articleElement, rangeOf, selectedSpan } from './textOffsets';
import { moved, wordAt, wordsOf, type Move } from './wordCursor';

/** Words of the article being chosen with the keyboard, or selected with the pointer. */
export interface WordCursor {
  /** What is chosen now; null while nothing is. */
  readonly span: Span | null;
  /** What was typed to find words; empty where nothing was. */
  readonly find: string;
  /** Begins at an offset of the text. */
  readonly start: (offset: number) => void;
  readonly stop: () => void;
  /** Takes a key of the choosing; false for one that means nothing here. */
  readonly press: (event: KeyboardEvent) => boolean;
}

const NAME = 'review-words';

/** A cursor that goes through the article by words; typing finds what begins so. `shown` is what is marked on the page meanwhile. */
export function useWordCursor(text: string, language: string, shown: Span | null): WordCursor {
  const words = useMemo(() => wordsOf(text, language), [text, language]);
  const [span, setSpan] = useState<Span | null>(null);
  const [find, setFind] = useState('');
  const lit = span ?? shown;

  useEffect(() => {
    const root = articleElement();
    const range = lit && root ? rangeOf(root, lit) : null;
    // What is looked for must be seen, whether the browser can colour it or not.
    range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    if (!('highlights' in CSS)) return;
    if (range) CSS.highlights.set(NAME, new Highlight(range));
    return () => void CSS.highlights.delete(NAME);
  }, [lit]);

  const to = (next: Span) => {
    setSpan(next);
    setFind('');
  };
  const press = (event: KeyboardEvent): boolean => {
    if (span === null) return false;
    const move = moveOf(event, language);
    if (move !== null) {
      to(moved(text, words, span, move));
      return true;
    }
    const typed = event.key === 'Backspace' ? find.slice(0, -1) : event.key.length === 1 ? find + event.key : null;
    if (typed === null || (find === '' && event.key === ' ')) return false;
    setFind(typed);
    const found = typed === '' ? null : findFrom(text, words, typed, span.start);
    if (found !== null) setSpan(found);
    return true;
  };
  return {
    span,
    find,
    start: (offset) => to(wordAt(words, offset) ?? { start: 0, end: Math.min(1, text.length) }),
    stop: () => {
      setSpan(null);
      setFind('');
    },
    press,
  };
}

/** What of the article is selected with the pointer, followed as it changes. */
export function useSelectedWords(text: string): Span | null {
  const [selected, setSelected] = useState<Span | null>(null);
  useEffect(() => {
    const follow = () => {
      const root = articleElement();
      const next = root && selectedSpan(root, text);
      // What is pressed to use a selection takes it away: it stays until there is another in the text.
      const within = window.getSelection()?.anchorNode;
      if (next || (root && within && root.contains(within))) setSelected(next);
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [text]);
  return selected;
}

/** The words from the one that begins with what was typed, at or after an offset and then from the start of the text. */
function findFrom(text: string, words: readonly Span[], typed: string, from: number): Span | null {
  const wanted = typed.toLocaleLowerCase();
  const begins = ({ start }: Span) => text.slice(start, start + wanted.length).toLocaleLowerCase() === wanted;
  const first = words.find((word) => word.start >= from && begins(word)) ?? words.find(begins);
  if (first === undefined) return null;
  const last = words.find(({ end }) => end >= first.start + wanted.length) ?? first;
  return { start: first.start, end: Math.max(first.end, last.end) };
}

/** Arrows go the way that the article is read. */
function moveOf({ key, shiftKey }: KeyboardEvent, language: string): Move | null {
  const forward = directionOf(language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      if (shiftKey) return key === forward ? 'longer' : 'shorter';
      return key === forward ? 'next' : 'previous';
    case 'ArrowDown':
      return 'nextSentence';
    case 'ArrowUp':
      return 'previousSentence';
    case '-':
      return 'startLater';
    case '+':
    case '=':
      return 'startEarlier';
    default:
      return null;
  }
}
