import { useCallback, useEffect, useRef } from 'react';
import type { View } from './urlState';

/** What takes the focus of each panel: the form's text, the first place or incident, the text that scrolls. */
const TARGETS: Readonly<Record<View, string>> = {
  article: '.scroller',
  places: 'button.place',
  incidents: 'button.incident',
  own: 'textarea',
};

/**
 * Opening the form puts the cursor into it; leaving it leads back to the article. The tabs keep the focus themselves.
 * Gives a function that leads to a panel, now or as soon as it is in sight: what is hidden takes no focus.
 */
export function usePanelFocus(view: View): (panel: View) => void {
  const before = useRef(view);
  const awaited = useRef<View | null>(null);
  useEffect(() => {
    const from = before.current;
    before.current = view;
    if (from === view) return;
    if (view === 'own' || from === 'own' || awaited.current === view) focusPanel(view);
    awaited.current = null;
  }, [view]);

  return useCallback((panel: View) => {
    if (panel === before.current) focusPanel(panel);
    else awaited.current = panel;
  }, []);
}

function focusPanel(view: View): void {
  const panel = document.getElementById(`panel-${view}`);
  const target = panel?.querySelector<HTMLElement>(TARGETS[view]) ?? panel?.querySelector<HTMLElement>('.scroller');
  target?.focus();
}
