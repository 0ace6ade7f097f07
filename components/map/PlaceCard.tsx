'use client';
import { countryName, kindWords, placeName, precisionWords, sureness } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import { directionOf, otherLocale } from '@/components/ui/locale';
import type { ArticleMap, FeatureMention, MapIncident, PlaceFeature } from '@/lib/types';
import { isChecked, reviewWords } from '@/components/review/reviewedWords';
import { CardClose, CardPager, SourceLine } from './CardParts';
import { PlaceIncidents } from './PlaceIncidents';
import { mapMessages, reasonWords } from './words';

export interface PlaceCardProps {
  readonly article: ArticleMap['article'];
  readonly feature: PlaceFeature;
  readonly mention: number;
  readonly locale: Locale;
  /** What is said to have happened there. */
  readonly incidents: readonly MapIncident[];
  readonly onStep: (mention: number) => void;
  readonly onIncident: (incidentId: string) => void;
  readonly onClose: () => void;
}

/** What a mark says when it is opened: the place in both scripts, how exactly and how surely, each quote, and why it is here. */
export function PlaceCard({ article, feature, mention, locale, incidents, onStep, onIncident, onClose }: PlaceCardProps) {
  const { properties } = feature;
  const words = mapMessages[locale].card;
  const title = placeName(locale, properties);
  const other = properties.names[otherLocale(locale)] === undefined ? undefined : placeName(otherLocale(locale), properties);
  const chosen = properties.mentions[mention] ?? properties.mentions[0];

  return (
    <article className="map-card" tabIndex={-1} aria-label={title}>
      <CardClose words={words} onClose={onClose} />
      <p className="map-card-kicker">
        {kindWords(locale, properties)} · {properties.role === 'associative' ? words.asName : precisionWords(locale, properties)}
      </p>
      <h2 className="map-card-name">
        <bdi>{title}</bdi>
      </h2>
      {other !== undefined && other !== title && (
        <p className="map-card-other">
          <bdi lang={otherLocale(locale)}>{other}</bdi>
        </p>
      )}
      <p className="map-card-sure" data-sureness={sureness(properties.confidence)}>
        {words[sureness(properties.confidence)]}
      </p>
      {properties.review !== undefined && (isChecked(properties.review) || 'remembered' in properties.review) && (
        <p className={isChecked(properties.review) ? 'map-card-reviewed' : 'map-card-note'}>{reviewWords(locale, properties.review)}</p>
      )}
      <PlaceIncidents incidents={incidents} locale={locale} onIncident={onIncident} />
      {chosen && <QuoteOf mention={chosen} article={article} locale={locale} />}
      <CardPager words={words} count={properties.mentions.length} at={mention} locale={locale} onStep={onStep} />
      <Why feature={feature} locale={locale} />
    </article>
  );
}

function QuoteOf({
  mention,
  article,
  locale,
}: {
  readonly mention: FeatureMention;
  readonly article: ArticleMap['article'];
  readonly locale: Locale;
}) {
  const { quote, start, end } = mention;
  const words = mapMessages[locale].card;
  return (
    <figure className="map-card-quote">
      <blockquote lang={article.language} dir={directionOf(article.language)}>
        {quote.text.slice(0, start - quote.start)}
        <mark data-role={mention.role}>{quote.text.slice(start - quote.start, end - quote.start)}</mark>
        {quote.text.slice(end - quote.start)}
      </blockquote>
      <SourceLine article={article} unknown={words.unknownSource} locale={locale} />
      {mention.role === 'associative' && <p className="map-card-note">{words.standsFor}</p>}
    </figure>
  );
}

function Why({ feature, locale }: { readonly feature: PlaceFeature; readonly locale: Locale }) {
  const words = mapMessages[locale].card;
  const { why, alternatives } = feature.properties;
  return (
    <details
      className="map-card-why"
      onToggle={({ currentTarget }) => {
        // Where the card has no room to grow, what was asked for is brought into sight.
        if (currentTarget.open) currentTarget.closest('.map-card')?.scrollTo?.({ top: currentTarget.offsetTop });
      }}
    >
      <summary>{words.why}</summary>
      <ul>
        {why.map((reason) => (
          <li key={`${reason.code}${reason.signal}`} data-against={reason.weight < 0 || undefined}>
            {reasonWords(locale, reason)}
          </li>
        ))}
      </ul>
      {alternatives.length === 0 ? (
        <p>{words.noAlternatives}</p>
      ) : (
        <>
          <h3>{words.alternatives}</h3>
          <ul>
            {alternatives.map(({ id, name, countryCode }) => (
              <li key={id}>
                <bdi>{name}</bdi>
                {countryCode !== null && <> ({countryName(locale, countryCode)})</>}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
