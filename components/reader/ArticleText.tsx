'use client';
import { Fragment, memo, type SyntheticEvent } from 'react';
import { selectedIncident, selectedPlace, type PlaceSelection, type Selection } from '@/components/map/selection';
import type { Span } from '@/lib/types';
import { litPieces, type MarkedMention, type MarkedTrigger, type Paragraph } from './paragraphs';

export interface ArticleTextProps {
  readonly paragraphs: readonly Paragraph[];
  readonly lang: string | undefined;
  readonly dir: 'rtl' | 'ltr' | 'auto';
  readonly selection: Selection | null;
  /** The sentences that tell of the selected incident, in the order of the text. */
  readonly evidence?: readonly Span[];
  /** A place's or an incident's id. */
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (id: string | null) => void;
}

const NO_EVIDENCE: readonly Span[] = [];

/**
 * The text, character for character, with its mentions and its incidents' words as marks that can be pressed. The text is only
 * ever text: React writes it as text nodes. Events are taken here, once, and not by each of what may be thousands of marks.
 */
export function ArticleText(props: ArticleTextProps) {
  const { paragraphs, lang, dir, selection, evidence = NO_EVIDENCE, highlight, onSelect, onHighlight } = props;
  const chosenUnder = (event: SyntheticEvent) => mentionUnder(event) ?? triggerUnder(event, selectedIncident(selection));
  const light = (event: SyntheticEvent) => {
    const under = chosenUnder(event);
    onHighlight(under === null ? null : 'placeId' in under ? under.placeId : under.incidentId);
  };
  const dim = () => onHighlight(null);
  return (
    <div
      className="text"
      lang={lang}
      dir={dir}
      onPointerOver={light}
      onPointerLeave={dim}
      onFocus={light}
      onBlur={dim}
      onClick={(event) => {
        const chosen = chosenUnder(event);
        if (chosen !== null) onSelect(chosen);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        const chosen = chosenUnder(event);
        if (chosen === null) return;
        event.preventDefault();
        onSelect(chosen);
      }}
    >
      {paragraphs.map((paragraph) => {
        const { start, end, ids } = paragraph;
        const told = evidence.filter((span) => span.start < end && span.end > start);
        return (
          <Fragment key={start}>
            <ParagraphText
              paragraph={paragraph}
              chosen={selection !== null && ids.has(selectedPlace(selection) ?? '') && 'placeId' in selection ? selection : null}
              incident={ids.has(selectedIncident(selection) ?? '') ? selectedIncident(selection) : null}
              lit={highlight !== null && ids.has(highlight) ? highlight : null}
              evidence={told.length === 0 ? NO_EVIDENCE : evidence}
            />
            {paragraph.lineBreak}
          </Fragment>
        );
      })}
    </div>
  );
}

interface ParagraphTextProps {
  readonly paragraph: Paragraph;
  readonly chosen: PlaceSelection | null;
  readonly incident: string | null;
  readonly lit: string | null;
  readonly evidence: readonly Span[];
}

/** Drawn again only where its own marks change: what does not touch a paragraph comes to it as nothing. */
const ParagraphText = memo(function ParagraphText({ paragraph, chosen, incident, lit, evidence }: ParagraphTextProps) {
  if (paragraph.pieces.length === 0) return null;
  return (
    // A paragraph of its own once it has marks: a text node that became its first words would count as one that jumped.
    <p key={paragraph.ids.size > 0 ? 'marked' : 'plain'}>
      {litPieces(paragraph.pieces, evidence).map(({ piece: { start, text, mention, trigger }, lit: isEvidence }) => {
        if (mention !== null)
          return <Mark key={start} mention={mention} text={text} chosen={chosen} lit={lit === mention.placeId} isEvidence={isEvidence} />;
        if (trigger !== null)
          return <Trigger key={start} trigger={trigger} text={text} chosen={incident} lit={lit} isEvidence={isEvidence} />;
        return isEvidence ? (
          <span key={start} className="evidence" data-at={start}>
            {text}
          </span>
        ) : (
          text
        );
      })}
    </p>
  );
});

interface MarkProps {
  readonly mention: MarkedMention;
  readonly text: string;
  readonly chosen: PlaceSelection | null;
  readonly lit: boolean;
  readonly isEvidence: boolean;
}

function Mark({ mention, text, chosen, lit, isEvidence }: MarkProps) {
  const isChosen = chosen?.placeId === mention.placeId;
  // A span with a role and not a button: a button is a box of its own, which would part the letters of an Arabic word from its prefix.
  return (
    <mark
      role="button"
      tabIndex={mention.isContinued ? -1 : 0}
      className={`mention mention-${mention.role}${lit ? ' mention-lit' : ''}${isEvidence ? ' evidence' : ''}`}
      aria-pressed={isChosen}
      aria-current={isChosen && chosen.mention === mention.index ? 'true' : undefined}
      data-at={mention.start}
      data-start={mention.start}
      data-end={mention.end}
      data-place-id={mention.placeId}
      data-mention={mention.index}
    >
      {text}
    </mark>
  );
}

interface TriggerProps {
  readonly trigger: MarkedTrigger;
  readonly text: string;
  readonly chosen: string | null;
  readonly lit: string | null;
  readonly isEvidence: boolean;
}

function Trigger({ trigger, text, chosen, lit, isEvidence }: TriggerProps) {
  const { incidentIds } = trigger;
  const isLit = lit !== null && incidentIds.includes(lit);
  return (
    <span
      role="button"
      tabIndex={0}
      className={`trigger${isLit ? ' trigger-lit' : ''}${isEvidence ? ' evidence' : ''}`}
      aria-pressed={chosen !== null && incidentIds.includes(chosen)}
      data-at={trigger.start}
      data-incident-ids={incidentIds.join(' ')}
    >
      {text}
    </span>
  );
}

function mentionUnder(event: SyntheticEvent): Selection | null {
  const mark = event.target instanceof Element ? event.target.closest('mark') : null;
  const placeId = mark?.getAttribute('data-place-id') ?? null;
  return placeId === null ? null : { placeId, mention: Number(mark?.getAttribute('data-mention')) };
}

/** The incident that the words under the pointer name; of several, the one after the chosen one. */
function triggerUnder(event: SyntheticEvent, chosen: string | null): Selection | null {
  const words = event.target instanceof Element ? event.target.closest('[data-incident-ids]') : null;
  const ids = words?.getAttribute('data-incident-ids')?.split(' ') ?? [];
  const next = ids[(ids.indexOf(chosen ?? '') + 1) % Math.max(1, ids.length)];
  return next === undefined ? null : { incidentId: next, mention: 0 };
}
