import type { Locale } from '@/components/ui/locale';
import { plural } from '@/components/ui/messages';
import type { Correction } from '@/lib/review/corrections';
import type { ArticleMap } from '@/lib/types';
import { forget, useRememberedNames } from './remembered';
import type { ReviewSession } from './useReview';
import { reviewedMessages, timeWords } from './reviewedWords';
import { reviewMessages } from './words';

export interface ReviewLogProps {
  readonly session: ReviewSession;
  readonly log: readonly Correction[];
  readonly applied: readonly Correction[];
  readonly text: string;
  readonly machine: ArticleMap;
  readonly locale: Locale;
}

/** Everything that was changed, the last first; each that holds can be taken back, whatever came after it. */
export function ReviewLog({ session, log, applied, text, machine, locale }: ReviewLogProps) {
  const words = reviewMessages[locale];
  const remembered = useRememberedNames();
  const changes = log.filter(({ change }) => change.action !== 'undo' && change.action !== 'redo').toReversed();
  if (changes.length === 0 && remembered.length === 0) return null;
  return (
    <details className="review-log">
      <summary>{plural(locale, words.log.title, changes.length)}</summary>
      <ol>
        {changes.map((entry) => {
          const holds = applied.includes(entry);
          return (
            <li key={entry.id} data-undone={!holds || undefined}>
              <span>
                <bdi>{aboutOf(entry, text, machine)}</bdi>: {reviewedMessages[locale].actions[entry.change.action]}
                <span className="review-quiet">
                  {' '}
                  {entry.by !== null && <bdi>{entry.by}</bdi>} {timeWords(locale, entry.at)}
                  {!holds && ` · ${words.log.undone}`}
                </span>
              </span>
              {holds && (
                <button type="button" className="link" onClick={() => session.undo(entry.id)}>
                  {words.undo}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      {remembered.length > 0 && (
        <>
          <h4>{words.log.remembered}</h4>
          <ul>
            {remembered.map(({ name, where }) => (
              <li key={name}>
                <span>
                  <bdi>{name}</bdi>
                  {where.type === 'place' && (
                    <span className="review-quiet">
                      {' '}
                      → <bdi>{where.place.names[locale] ?? where.place.names.en}</bdi>
                    </span>
                  )}
                </span>
                <button type="button" className="link" onClick={() => forget(name)}>
                  {words.log.forget}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

/** What a change was about: the words of the text, or the incident's headline. */
function aboutOf({ change }: Correction, text: string, machine: ArticleMap): string {
  if ('mentions' in change) {
    const [first] = change.mentions;
    return first ? text.slice(first.start, first.end) : '';
  }
  if (change.action === 'addIncident') return change.fields.headline;
  if ('incident' in change) return machine.incidents.find(({ id }) => id === change.incident)?.headline ?? change.incident;
  return '';
}
