'use client';
import './review.css';
import './review-parts.css';
import './forms.css';
import '@/components/map/overlay.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Overlay } from '@/components/map/overlay';
import { fill, formatNumber } from '@/components/ui/messages';
import type { Span } from '@/lib/types';
import { AddIncident } from './AddIncident';
import { IncidentReview } from './IncidentReview';
import { isolatedWords, MarkPanel } from './MarkPanel';
import { PlaceReview } from './PlaceReview';
import { ReviewBar } from './ReviewBar';
import { ReviewLog } from './ReviewLog';
import { useReview, type ReviewProps } from './useReview';
import { useReviewKeys, type Keys } from './useReviewKeys';
import { useSelectedWords, useWordCursor } from './useWordCursor';
import { reviewMessages } from './words';

export interface ReviewPanelProps extends ReviewProps {
  /** Says what the review lays over the map; null for nothing. */
  readonly onOverlay: (overlay: Overlay | null) => void;
  /** Brings the article into sight. */
  readonly onArticle: () => void;
  readonly onClose: () => void;
}

/** Words marked as what was missed. An incident's wait here for its fields; a place's are the session's. */
interface Marked {
  readonly as: 'place' | 'incident';
  readonly words: Span | null;
}

/** The review of an article: one item after the other, with the text and the map beside it. */
export function Review(props: ReviewPanelProps) {
  const { reviewed, map, machine, text, locale, onOverlay, onArticle, onClose } = props;
  const words = reviewMessages[locale];
  const session = useReview(props);
  const { item, pending, candidates, tool, open } = session;
  const [help, setHelp] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<Marked>({ as: 'place', words: null });
  const cursor = useWordCursor(text, machine.article.language, pending ?? marked.words);
  const selected = useSelectedWords(text);
  const focusPanel = () => panel.current?.focus({ preventScroll: true });

  const beginMarking = (as: Marked['as']) => {
    onArticle();
    session.setPending(null);
    setMarked({ as, words: null });
    session.setOpen('mark');
    cursor.start(session.mention?.start ?? (item?.type === 'incident' ? item.incident.spans.trigger.start : 0));
    focusPanel();
  };
  const takeWords = (span = cursor.span, as = marked.as) => {
    if (span === null) return;
    cursor.stop();
    setMarked({ as, words: as === 'incident' ? span : null });
    session.setPending(as === 'place' ? span : null);
    session.setOpen(null);
    focusPanel();
  };
  const leave = () => {
    cursor.stop();
    session.setPending(null);
    setMarked({ as: 'place', words: null });
    session.setQuery('');
    session.setTool(null);
    session.setOpen(null);
    setHelp(false);
    focusPanel();
  };
  const toSearch = () => document.getElementById('review-search')?.focus();
  const toHand = () => {
    if (item?.type === 'incident' && pending === null) return false;
    session.setOpen('hand');
    return true;
  };
  const numbers = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i + 1), () => session.choose(i + 1)]));
  const keys: Keys = {
    j: () => session.step(1),
    k: () => session.step(-1),
    Enter: session.confirm,
    ...numbers,
    x: session.reject,
    c: session.unidentified,
    '/': toSearch,
    p: toHand,
    m: () => beginMarking('place'),
    i: () => beginMarking('incident'),
    e: () => (item?.type === 'incident' ? session.setOpen('edit') : false),
    a: () => session.setScope(session.scope === 'all' ? 'one' : 'all'),
    u: () => session.undo(),
    r: session.redo,
    U: session.redo,
    '?': () => setHelp(!help),
    Escape: leave,
  };
  // While an incident's fields are given, keys change nothing else.
  useReviewKeys(
    marked.words === null ? keys : { '?': () => setHelp(!help), Escape: leave },
    cursor.span === null
      ? null
      : (event) => {
          if (event.key === 'Enter') takeWords();
          else if (event.key === 'Escape') leave();
          else return cursor.press(event);
          return true;
        },
  );

  // The focus follows what opens, and comes back to the item when that has changed: the numbers and letters are its own.
  const itemKey =
    item === null ? '' : item.type === 'incident' ? item.incident.id : item.type === 'place' ? item.feature.id : item.name.name;
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollTo({ top: 0 });
  }, [itemKey]);
  const adding = marked.words;
  useEffect(() => {
    if (adding !== null) document.querySelector<HTMLElement>('.review-form select[name="type"]')?.focus();
  }, [adding]);
  useEffect(() => {
    const first = open === 'edit' ? 'review-killed-best' : open === 'hand' ? 'review-lat' : null;
    if (first !== null) document.getElementById(first)?.focus();
  }, [open]);

  const { choose, draw } = session;
  const actions = useRef({ choose, draw });
  useEffect(() => {
    actions.current = { choose, draw };
  });
  const feature = item?.type === 'place' && pending === null ? item.feature : null;
  const overlay = useMemo(
    (): Overlay => ({
      // A place that is the only one of its name needs no number: its own mark is there.
      candidates: (candidates.length === 1 && candidates[0]?.current ? [] : candidates).map(({ n, point, name, current }) => ({
        n,
        point,
        current,
        label: `${n}. ${name}`,
      })),
      onCandidate: (n) => actions.current.choose(n),
      pin: feature?.geometry.type === 'Point' && tool === null ? { point: feature.properties.labelPoint, label: words.hand.drag } : null,
      tool,
      onDrawn: (shape) => actions.current.draw(shape),
      onToolFailed: () => session.say(words.toolFailed, true),
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `say` is new each time and always the same.
    [candidates, feature, tool, words],
  );
  useEffect(() => {
    onOverlay(overlay);
    return () => onOverlay(null);
  }, [overlay, onOverlay]);

  const marking = cursor.span !== null || pending !== null || marked.words !== null;
  const kind = item === null ? '' : words.item[item.type];
  const position = item === null ? 0 : session.items.indexOf(item) + 1;
  const offered = !marking && selected !== null ? text.slice(selected.start, selected.end) : null;
  return (
    <section className="review" aria-label={words.label}>
      <ReviewBar
        session={session}
        locale={locale}
        canUndo={reviewed.applied.length > 0}
        canRedo={reviewed.undone.length > 0}
        help={help}
        onHelp={() => setHelp(!help)}
        onClose={onClose}
      />
      {reviewed.problem !== null && (
        <p className="review-problem" role="alert">
          {words.problems[reviewed.problem]}
        </p>
      )}
      <div
        ref={panel}
        className="review-item"
        role="group"
        tabIndex={-1}
        aria-label={
          item === null
            ? words.label
            : fill(words.item.of, { item: kind, n: formatNumber(locale, position), all: formatNumber(locale, session.items.length) })
        }
      >
        {help && <KeysHelp locale={locale} />}
        {marked.words !== null && cursor.span === null ? (
          <AddIncident
            key={marked.words.start}
            words={marked.words}
            map={map}
            text={text}
            locale={locale}
            onAdd={(change) => {
              setMarked({ as: 'place', words: null });
              session.addIncident(change);
            }}
            onCancel={leave}
          />
        ) : marking ? (
          <MarkPanel
            session={session}
            text={text}
            choosing={cursor.span}
            as={marked.as}
            locale={locale}
            onTake={() => takeWords()}
            onCancel={leave}
            onDone={focusPanel}
          />
        ) : item === null ? (
          <p className="review-quiet">{words.nothing}</p>
        ) : (
          <>
            <p className="review-kicker">
              {fill(words.item.of, { item: kind, n: formatNumber(locale, position), all: formatNumber(locale, session.items.length) })}
            </p>
            {item.type === 'incident' ? (
              <IncidentReview session={session} incident={item.incident} map={map} text={text} locale={locale} />
            ) : (
              <PlaceReview session={session} item={item} locale={locale} onDone={focusPanel} />
            )}
          </>
        )}
        {!marking && (
          <MarkButtons
            offered={offered}
            locale={locale}
            onMark={(as) => (selected !== null && offered !== null ? takeWords(selected, as) : beginMarking(as))}
          />
        )}
        <ReviewLog session={session} log={reviewed.log} applied={reviewed.applied} text={text} machine={machine} locale={locale} />
      </div>
      <p className={session.said.failed ? 'review-problem' : 'visually-hidden'} role="status">
        {session.said.words}
      </p>
    </section>
  );
}

/** Ways to mark what was missed: by keys, or what is selected already. */
function MarkButtons({
  offered,
  locale,
  onMark,
}: {
  readonly offered: string | null;
  readonly locale: ReviewProps['locale'];
  readonly onMark: (as: Marked['as']) => void;
}) {
  const words = reviewMessages[locale];
  const ways = [
    { as: 'place', key: 'm', mark: words.mark, selected: words.markSelected },
    { as: 'incident', key: 'i', mark: words.markIncident, selected: words.markIncidentSelected },
  ] as const;
  return ways.map(({ as, key, mark, selected }) => (
    <p key={as} className="review-row review-mark">
      <button type="button" className="link" aria-keyshortcuts={key} onClick={() => onMark(as)}>
        {offered === null ? mark : fill(selected, { words: isolatedWords(offered) })}
      </button>
      {offered === null && <kbd aria-hidden="true">{key}</kbd>}
    </p>
  ));
}

function KeysHelp({ locale }: { readonly locale: ReviewProps['locale'] }) {
  const { keys } = reviewMessages[locale];
  return (
    <dl className="review-keys" id="review-keys" aria-label={keys.title}>
      {keys.list.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
