'use client';
import { Fragment, memo, type SyntheticEvent } from 'react';
import type { Selection } from '@/components/map/selection';
import type { MarkedMention, Paragraph } from './paragraphs';

export interface ArticleTextProps {
  readonly paragraphs: readonly Paragraph[];
  readonly lang: string | undefined;
  readonly dir: 'rtl' | 'ltr' | 'auto';
  readonly selection: Selection | null;
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (placeId: string | null) => void;
}

/**
 * The text, character for character, with its mentions as marks that can be pressed. The text is only ever text: React
 * writes it as text nodes. Events are taken here, once, and not by each of what may be thousands of marks.
 */
export function ArticleText({ paragraphs, lang, dir, selection, highlight, onSelect, onHighlight }: ArticleTextProps) {
  const light = (event: SyntheticEvent) => onHighlight(mentionUnder(event)?.placeId ?? null);
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
        const chosen = mentionUnder(event);
        if (chosen !== null) onSelect(chosen);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        const chosen = mentionUnder(event);
        if (chosen === null) return;
        event.preventDefault();
        onSelect(chosen);
      }}
    >
      {paragraphs.map((paragraph) => (
        <Fragment key={paragraph.start}>
          <ParagraphText
            paragraph={paragraph}
            chosen={selection !== null && paragraph.placeIds.has(selection.placeId) ? selection : null}
            lit={highlight !== null && paragraph.placeIds.has(highlight) ? highlight : null}
          />
          {paragraph.lineBreak}
        </Fragment>
      ))}
    </div>
  );
}

interface ParagraphTextProps {
  readonly paragraph: Paragraph;
  readonly chosen: Selection | null;
  readonly lit: string | null;
}

/** Drawn again only where its own marks change: `chosen` and `lit` are null for a paragraph that they do not touch. */
const ParagraphText = memo(function ParagraphText({ paragraph, chosen, lit }: ParagraphTextProps) {
  if (paragraph.pieces.length === 0) return null;
  return (
    <p>
      {paragraph.pieces.map(({ start, text, mention }) =>
        mention === null ? text : <Mark key={start} mention={mention} text={text} chosen={chosen} lit={lit === mention.placeId} />,
      )}
    </p>
  );
});

function Mark({ mention, text, chosen, lit }: { mention: MarkedMention; text: string; chosen: Selection | null; lit: boolean }) {
  const isChosen = chosen?.placeId === mention.placeId;
  // A span with a role and not a button: a button is a box of its own, which would part the letters of an Arabic word from its prefix.
  return (
    <mark
      role="button"
      tabIndex={0}
      className={`mention mention-${mention.role}${lit ? ' mention-lit' : ''}`}
      aria-pressed={isChosen}
      aria-current={isChosen && chosen.mention === mention.index ? 'true' : undefined}
      data-start={mention.start}
      data-end={mention.end}
      data-place-id={mention.placeId}
      data-mention={mention.index}
    >
      {text}
    </mark>
  );
}

function mentionUnder(event: SyntheticEvent): Selection | null {
  const mark = event.target instanceof Element ? event.target.closest('mark') : null;
  const placeId = mark?.getAttribute('data-place-id') ?? null;
  return placeId === null ? null : { placeId, mention: Number(mark?.getAttribute('data-mention')) };
}
