'use client';
import { createContext, use, type ReactNode } from 'react';

/** Who looks at the page, and what that allows. */
export interface Visitor {
  /** Null where nobody has to sign in. */
  readonly name: string | null;
  readonly role: 'reader' | 'analyst' | 'admin';
}

const WhoContext = createContext<Visitor | null>(null);

/** Tells all that is on the page who looks at it. */
export function WhoProvider({ who, children }: { readonly who: Visitor | null; readonly children: ReactNode }) {
  return <WhoContext value={who}>{children}</WhoContext>;
}

/** Who looks at the page; null where nobody has signed in. */
export function useWho(): Visitor | null {
  return use(WhoContext);
}
