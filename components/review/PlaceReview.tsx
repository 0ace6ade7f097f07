import { kindWords, placeName, precisionWords, sureness } from '@/components/places/words';
import { otherLocale, type Locale } from '@/components/ui/locale';
import { messages, plural } from '@/components/ui/messages';
import { CandidateList } from './CandidateList';
import { GazetteerSearch } from './GazetteerSearch';
import { HandForm } from './HandForm';
import type { ReviewItem } from './items';
import { Act } from './Act';
import type { ReviewSession } from './useReview';
import { reviewWords } from './reviewedWords';
import { reviewMessages } from './words';

export interface PlaceReviewProps {
  readonly session: ReviewSession;
  readonly item: Exclude<ReviewItem, { type: 'incident' }>;
  readonly locale: Locale;
  readonly onDone: () => void;
}

/** A name in hand: what it is taken for and why, what else it may be, and all that can be said of it. */
export function PlaceReview({ session, item, locale, onDone }: PlaceReviewProps) {
  const words = reviewMessages[locale];
  const { mention } = session;
  const properties = item.type === 'place' ? item.feature.properties : null;
  const title = properties ? placeName(locale, properties) : item.type === 'unlocated' ? item.name.name : '';
  const other = properties && properties.names[otherLocale(locale)] !== undefined ? placeName(otherLocale(locale), properties) : null;
  return (
    <>
      <h3>
        <bdi>{title}</bdi>
        {other !== null && other !== title && (
          <bdi className="review-other" lang={otherLocale(locale)}>
            {other}
          </bdi>
        )}
      </h3>
      {properties && (
        <p className="review-quiet">
          {kindWords(locale, properties)}
          {properties.admin1 !== null && ` · ${properties.admin1}`} · {precisionWords(locale, properties)} ·{' '}
          {messages[locale].desk.places.confidence[sureness(properties.confidence)]}
        </p>
      )}
      <p className="review-by" data-checked={item.checked}>
        {reviewWords(locale, properties?.review ?? (item.type === 'unlocated' ? item.name.review : undefined))}
      </p>
      <div className="review-acts">
        {item.type === 'place' && <Act main keys="Enter" label={words.confirm} onPress={session.confirm} />}
        <Act keys="x" label={words.notPlace} onPress={session.reject} />
        <Act keys="c" label={words.unidentified} onPress={session.unidentified} />
        <Act
          keys="p"
          label={words.hand.title}
          pressed={session.open === 'hand'}
          onPress={() => session.setOpen(session.open === 'hand' ? null : 'hand')}
        />
      </div>
      {session.open === 'hand' && <HandForm key={title} session={session} locale={locale} at={properties?.labelPoint ?? null} />}
      <ScopeChoice session={session} name={mention?.text ?? title} locale={locale} />
      <CandidateList session={session} locale={locale} />
      <GazetteerSearch session={session} locale={locale} onDone={onDone} />
    </>
  );
}

/** Whether a correction holds for the name throughout the article, and for the next ones. */
export function ScopeChoice({
  session,
  name,
  locale,
}: {
  readonly session: ReviewSession;
  readonly name: string;
  readonly locale: Locale;
}) {
  const words = reviewMessages[locale];
  const { scope, setScope, inScope } = session;
  const many = scope === 'one' || inScope.length > 1;
  return (
    <p className="review-row review-scope">
      {many &&
        (['all', 'one'] as const).map((value) => (
          <label key={value}>
            <input type="radio" name="review-scope" checked={scope === value} onChange={() => setScope(value)} />
            <span>
              {value === 'one'
                ? words.scope.one
                : plural(locale, words.scope.all, Math.max(2, inScope.length)).replace('{name}', () => `\u2068${name}\u2069`)}
            </span>
          </label>
        ))}
      <label>
        <input type="checkbox" checked={session.remember} onChange={(event) => session.setRemember(event.currentTarget.checked)} />
        <span>{words.remember}</span>
      </label>
    </p>
  );
}
