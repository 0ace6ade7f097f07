import { useEffect, useRef } from 'react';

/** What a key does; gives false where it does nothing now, so that the browser may. */
export type Keys = Readonly<Record<string, () => boolean | void>>;

/** Elements that take letters, or whose Enter is their own. */
const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
const PRESSED = 'button, a, summary, input, [role="button"], [role="tab"]';

/**
 * Hears keys wherever the focus is, as long as nobody types and nothing has answered them. Letters are read by their key
 * where the keyboard writes another script. `all` hears every key first, and takes it by giving true.
 */
export function useReviewKeys(keys: Keys, all: ((event: KeyboardEvent) => boolean) | null): void {
  const latest = useRef({ keys, all });
  useEffect(() => {
    latest.current = { keys, all };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (event.key !== 'Escape' && target?.closest(TYPING)) return;
      const { keys: own, all: first } = latest.current;
      if (first !== null) {
        if (first(event)) event.preventDefault();
        return;
      }
      const name = nameOf(event);
      if (name === 'Enter' && target?.closest(PRESSED)) return;
      const act = own[name];
      if (act && act() !== false) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** A key's name: its Latin letter or sign, whatever script the keyboard writes; Shift makes a letter a capital. */
function nameOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (/^[\x21-\x7e]$/.test(key)) return key;
  if (key === '؟') return '?';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return /^Digit([0-9])$/.exec(code)?.[1] ?? key;
}
