import { countryName } from '@/components/places/words';
import { reasonWords } from '@/components/map/words';
import type { Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import { moveByKey } from '@/components/ui/moveByKey';
import type { Candidate } from './candidates';
import type { ReviewSession } from './useReview';
import { reviewMessages } from './words';

/** Reasons that are shown of a candidate: the rest would hide the difference. */
const REASONS = 3;

/** The places that a name may mean, numbered as on the map and on the keys, with what speaks for and against each. */
export function CandidateList({ session, locale }: { readonly session: ReviewSession; readonly locale: Locale }) {
  const words = reviewMessages[locale];
  const { candidates, search } = session;
  if (search.failed) return <p className="review-problem">{words.searchFailed}</p>;
  if (candidates.length === 0)
    return search.active ? <p className="review-quiet">{search.loading ? words.searching : words.noCandidates}</p> : null;
  return (
    <>
      <h4 id="review-candidates">{search.active ? words.candidatesFound : words.candidates}</h4>
      <ol className="review-candidates" aria-labelledby="review-candidates" onKeyDown={(event) => moveByKey(event, 'button')}>
        {candidates.map((candidate) => (
          <li key={candidate.id}>
            <button type="button" aria-current={candidate.current || undefined} onClick={() => session.choose(candidate.n)}>
              <span className="review-number">{candidate.n}</span>
              <span className="review-candidate">
                <bdi>{candidate.name}</bdi> <span className="review-quiet">{whereWords(locale, candidate)}</span>
                {candidate.current && <span className="review-current">{words.current}</span>}
                {candidate.why.length > 0 && (
                  <span className="review-why">
                    {candidate.why.slice(0, REASONS).map((reason) => (
                      <span key={reason.code + (reason.detail ?? '')} data-against={reason.weight < 0 || undefined}>
                        {reasonWords(locale, reason)}
                      </span>
                    ))}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

/** "Town, Al Anbar, Iraq". */
export function whereWords(locale: Locale, { kind, admin1, countryCode }: Candidate): string {
  const parts = [kind === null ? null : messages[locale].kinds[kind], admin1, countryName(locale, countryCode)];
  return parts.filter((part) => part !== null).join(locale === 'ar' ? '، ' : ', ');
}
