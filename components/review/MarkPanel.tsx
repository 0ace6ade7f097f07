import type { Locale } from '@/components/ui/locale';
import { fill } from '@/components/ui/messages';
import type { Span } from '@/lib/types';
import { Act } from './Act';
import { CandidateList } from './CandidateList';
import { GazetteerSearch } from './GazetteerSearch';
import { HandForm } from './HandForm';
import { ScopeChoice } from './PlaceReview';
import type { ReviewSession } from './useReview';
import { reviewMessages } from './words';

export interface MarkPanelProps {
  readonly session: ReviewSession;
  readonly text: string;
  /** The words being chosen; null once they are, and wait for their place. */
  readonly choosing: Span | null;
  /** What the words are to be marked as. */
  readonly as: 'place' | 'incident';
  readonly locale: Locale;
  readonly onTake: () => void;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** Words of the text within a message: set apart from its direction, and cut where they are long. */
export function isolatedWords(words: string): string {
  return `\u2068${words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)} …` : words}\u2069`;
}

const MAX_WORDS = 60;

/** A place that the machine missed: first its words, then where it is. */
export function MarkPanel({ session, text, choosing, as, locale, onTake, onCancel, onDone }: MarkPanelProps) {
  const words = reviewMessages[locale];
  const span = choosing ?? session.pending;
  const named = span === null ? '' : text.slice(span.start, span.end);
  const isolated = isolatedWords(named);
  if (choosing !== null)
    return (
      <>
        <h3>{as === 'place' ? words.marking : words.markingIncident}</h3>
        <p className="review-marked" aria-live="polite">
          {fill(words.said.words, { words: isolated })}
        </p>
        <p className="review-quiet">{as === 'place' ? words.markHelp : words.markIncidentHelp}</p>
        <div className="review-acts">
          <Act
            main
            keys="Enter"
            label={fill(as === 'place' ? words.markSelected : words.markIncidentSelected, { words: isolated })}
            onPress={onTake}
          />
          <Act keys="Esc" label={words.cancel} onPress={onCancel} />
        </div>
      </>
    );
  return (
    <>
      <h3>{fill(words.markQuestion, { words: isolated })}</h3>
      <ScopeChoice session={session} name={named} locale={locale} />
      <GazetteerSearch session={session} locale={locale} onDone={onDone} />
      <CandidateList session={session} locale={locale} />
      <div className="review-acts">
        <Act
          keys="p"
          label={words.hand.title}
          pressed={session.open === 'hand'}
          onPress={() => session.setOpen(session.open === 'hand' ? null : 'hand')}
        />
        <Act keys="Esc" label={words.cancel} onPress={onCancel} />
      </div>
      {session.open === 'hand' && <HandForm session={session} locale={locale} at={null} />}
    </>
  );
}
