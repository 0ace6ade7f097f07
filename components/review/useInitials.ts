import { useCallback, useState } from 'react';

const KEY = 'incident-map.initials';
export const MAX_INITIALS = 20;

/** The reviewer's initials, kept for the next visit; empty where none were given. */
export function useInitials(): readonly [string, (initials: string) => void] {
  const [initials, setInitials] = useState(read);
  const set = useCallback((next: string) => {
    const short = next.slice(0, MAX_INITIALS);
    setInitials(short);
    try {
      window.localStorage.setItem(KEY, short);
    } catch {
      // They still count for this visit.
    }
  }, []);
  return [initials, set];
}

function read(): string {
  try {
    return window.localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
