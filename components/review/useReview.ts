import { useEffect, useMemo, useState } from 'react';
import type { Selection } from '@/components/map/selection';
import type { Locale } from '@/components/ui/locale';
import { fill } from '@/components/ui/messages';
import { addedIncidentId } from '@/lib/review/missed-incident';
import type { AddedIncident, Change, IncidentEdit, Where } from '@/lib/review/corrections';
import type { Shape } from '@/lib/review/shapes';
import type { ArticleMap, FeatureMention, Span } from '@/lib/types';
import { candidatesFound, candidatesOf, type Candidate } from './candidates';
import { askPlace, useGazetteer } from './gazetteer';
import { cursorOf, itemAt, mentionsOf, nextUnchecked, progressOf, reviewItems, type Cursor, type Progress, type ReviewItem } from './items';
import { remember as rememberName } from './remembered';
import { mentionsInScope, occurrencesOf, type Scope } from './scope';
import { cursorOfSelection, drawnWhere, keyOfItem, selectionOfItem, type Open } from './session';
import { useInitials } from './useInitials';
import type { Reviewed } from './useReviewedMap';
import { reviewedMessages } from './reviewedWords';
import { reviewMessages } from './words';

export interface ReviewProps {
  readonly reviewed: Reviewed;
  readonly map: ArticleMap;
  readonly machine: ArticleMap;
  readonly text: string;
  readonly locale: Locale;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
}

export interface ReviewSession {
  readonly items: readonly ReviewItem[];
  readonly item: ReviewItem | null;
  readonly progress: Progress;
  /** The mention that a correction of one mention alone is about; null for an incident. */
  readonly mention: FeatureMention | null;
  readonly inScope: readonly Span[];
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  readonly open: Open;
  readonly setOpen: (open: Open) => void;
  /** Words marked as a place that was missed, which wait for where it is. */
  readonly pending: Span | null;
  readonly setPending: (span: Span | null) => void;
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly candidates: readonly Candidate[];
  /** What of the search has to be told: that it goes on, that it failed. */
  readonly search: { readonly active: boolean; readonly loading: boolean; readonly failed: boolean };
  readonly tool: Shape['form'] | null;
  readonly setTool: (tool: Shape['form'] | null) => void;
  readonly remember: boolean;
  readonly setRemember: (remember: boolean) => void;
  readonly initials: string;
  readonly setInitials: (initials: string) => void;
  /** What was just done or went wrong, in words. */
  readonly said: { readonly words: string; readonly failed: boolean };
  readonly say: (words: string, failed?: boolean) => void;
  readonly go: (item: ReviewItem | null) => void;
  readonly step: (by: 1 | -1) => void;
  readonly confirm: () => void;
  readonly choose: (n: number) => void;
  readonly draw: (shape: Shape) => void;
  readonly reject: () => void;
  readonly unidentified: () => void;
  /** What a form changed; null where it changed nothing. */
  readonly edit: (edit: IncidentEdit | null) => void;
  readonly addIncident: (change: AddedIncident) => void;
  readonly undo: (id?: string) => void;
  readonly redo: () => void;
}

/** A review as it goes on: which item is in hand, what stands open, and what can be done with it. */
export function useReview({ reviewed, map, machine, text, locale, selection, onSelect }: ReviewProps): ReviewSession {
  const words = reviewMessages[locale];
  const { actions } = reviewedMessages[locale];
  const { add, applied, undone } = reviewed;
  const items = useMemo(() => reviewItems(map), [map]);
  const [cursor, setCursor] = useState<Cursor | null>(() => {
    const first = nextUnchecked(items, null) ?? items[0];
    return cursorOfSelection(map, selection) ?? (first ? cursorOf(first) : null);
  });
  const [scope, setScope] = useState<Scope>('all');
  const [open, setOpen] = useState<Open>(null);
  const [pending, setPending] = useState<Span | null>(null);
  const [query, setQuery] = useState('');
  const [tool, setTool] = useState<Shape['form'] | null>(null);
  const [remember, setRemember] = useState(false);
  const [initials, setInitials] = useInitials();
  const [said, setSaid] = useState({ words: '', failed: false });

  // What is chosen in the text, on the map or in a list is the item in hand.
  const [seen, setSeen] = useState(selection);
  if (selection !== seen) {
    setSeen(selection);
    const chosen = cursorOfSelection(map, selection);
    if (chosen !== null) setCursor(chosen);
  }
  const item = itemAt(items, cursor);
  const key = keyOfItem(item);
  const [openFor, setOpenFor] = useState(key);
  if (openFor !== key) {
    setOpenFor(key);
    if (pending === null) close();
  }
  const selected = item && selectionOfItem(item, cursor);
  useEffect(() => {
    if (selected !== null && selection === null) onSelect(selected);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each item: whoever closes it on the map is not to see it come back
  }, [key]);

  const mention =
    item === null
      ? null
      : (mentionsOf(item).find(({ start }) => cursor !== null && 'mention' in cursor && cursor.mention === start) ??
        mentionsOf(item)[0] ??
        null);
  const feature = item?.type === 'place' ? item.feature : null;
  const marked = pending === null ? null : text.slice(pending.start, pending.end);
  const inScope = useMemo(() => {
    if (pending !== null && marked !== null) return scope === 'one' ? [pending] : occurrencesOf(text, marked);
    return item && mention ? mentionsInScope(map, item, mention, scope) : [];
  }, [pending, marked, scope, text, item, mention, map]);

  const asked = query.trim() !== '' ? query : (marked ?? (item?.type === 'unlocated' ? item.name.name : ''));
  const { places, loading, failed } = useGazetteer(asked, locale);
  const candidates = useMemo(() => {
    if (asked !== '') return candidatesFound(places, locale);
    return feature ? candidatesOf(feature) : [];
  }, [asked, places, locale, feature]);

  function close(): void {
    setOpen(null);
    setQuery('');
    setTool(null);
    setRemember(false);
    setScope('all');
  }
  const go = (to: ReviewItem | null) => {
    if (to === null) return;
    const next = cursorOf(to);
    setPending(null);
    setCursor(next);
    onSelect(selectionOfItem(to, next));
  };
  const done = (changes: readonly Change[], what: string) => {
    const next = nextUnchecked(items, item);
    add(changes, initials.trim() === '' ? null : initials.trim());
    setSaid({ words: what, failed: false });
    close();
    setPending(null);
    if (pending === null && next !== null) go(next);
  };
  /** Puts the name in hand, or the words marked, somewhere. */
  const put = (action: 'choose' | 'locate', where: Where, name: string) => {
    const [first, ...rest] = inScope;
    if (first === undefined) return;
    done([{ action: pending === null ? action : 'mark', mentions: [first, ...rest], where }], fill(words.said.chosen, { name }));
    const named = marked ?? mention?.text;
    if (remember && named !== undefined) rememberName(named, where);
  };
  const choose = (n: number) => {
    const candidate = candidates.find((one) => one.n === n);
    // What stands there while a search goes on belongs to the one before.
    if (candidate === undefined || (asked !== '' && loading)) return;
    if (candidate.current) return confirm();
    askPlace(candidate.id, feature?.properties.relation).then(
      (place) => put('choose', { type: 'place', place }, candidate.name),
      () => setSaid({ words: words.placeFailed, failed: true }),
    );
  };
  const ofItem = (action: 'confirm' | 'notPlace' | 'unidentified') => {
    if (pending !== null || item === null || item.type === 'incident') return;
    const whole = action === 'confirm' && scope === 'all' ? mentionsOf(item).map(({ start, end }) => ({ start, end })) : inScope;
    // Of a name without a place there is nothing to confirm but that it has none.
    const what = item.type === 'unlocated' && action === 'confirm' ? 'unidentified' : action;
    done([{ action: what, mentions: [...whole] }], actions[what]);
  };
  function confirm(): void {
    if (item?.type === 'incident') done([{ action: 'confirmIncident', incident: item.incident.id }], actions.confirmIncident);
    else ofItem('confirm');
  }
  const showAdded = (correction: string, { trigger }: AddedIncident) => {
    const added = { incident: addedIncidentId(correction, trigger) };
    setCursor(added);
    onSelect({ incidentId: added.incident, mention: 0 });
  };
  const take = (of: string | undefined, action: 'undo' | 'redo') => {
    if (of === undefined) return;
    add([{ action, of }], initials.trim() === '' ? null : initials.trim());
    setSaid({ words: action === 'undo' ? words.said.undone : words.said.redone, failed: false });
    // Back to what it was about; what is no longer there leaves the reviewer beside it.
    const { change } = [...applied, ...undone].find(({ id }) => id === of) ?? {};
    if (change && 'mentions' in change && change.mentions[0]) setCursor({ mention: change.mentions[0].start });
    else if (change?.action === 'addIncident') {
      if (action === 'redo') showAdded(of, change);
      else go(items.find((one) => one !== item) ?? null);
    } else if (change && 'incident' in change) setCursor({ incident: change.incident });
  };

  return {
    items,
    item,
    progress: progressOf(items, map, machine),
    mention,
    inScope,
    scope,
    setScope,
    open,
    setOpen,
    pending,
    setPending,
    query,
    setQuery,
    candidates,
    search: { active: asked !== '', loading, failed },
    tool,
    setTool,
    remember,
    setRemember,
    initials,
    setInitials,
    said,
    say: (what, failedToo = false) => setSaid({ words: what, failed: failedToo }),
    go,
    step: (by) => {
      const at = item === null ? -1 : items.indexOf(item);
      go(items[Math.max(0, Math.min(items.length - 1, at + by))] ?? null);
    },
    confirm,
    choose,
    draw: (shape) => {
      const kind = item?.type === 'unlocated' && pending === null ? item.name.kind : null;
      const known = pending === null ? feature : null;
      put('locate', drawnWhere(shape, known, kind), marked ?? mention?.text ?? '');
    },
    reject: () => {
      if (item?.type === 'incident') done([{ action: 'rejectIncident', incident: item.incident.id }], actions.rejectIncident);
      else ofItem('notPlace');
    },
    unidentified: () => ofItem('unidentified'),
    edit: (edit) => {
      if (edit === null) setOpen(null);
      else if (item?.type === 'incident') done([{ action: 'editIncident', incident: item.incident.id, edit }], actions.editIncident);
    },
    addIncident: (change) => {
      const [id] = add([change], initials.trim() === '' ? null : initials.trim());
      if (id === undefined) return;
      setSaid({ words: actions.addIncident, failed: false });
      showAdded(id, change);
    },
    undo: (id) => take(id ?? applied.at(-1)?.id, 'undo'),
    redo: () => take(undone[0]?.id, 'redo'),
  };
}
