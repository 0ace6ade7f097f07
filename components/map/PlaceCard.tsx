'use client';
import { countryName, kindWords, placeName, precisionWords, sureness } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import { directionOf, otherLocale } from '@/components/ui/locale';
import { fill, formatDate, formatNumber } from '@/components/ui/messages';
import type { ArticleMap, FeatureMention, PlaceFeature } from '@/lib/types';
import { mapMessages, reasonWords } from './words';

export interface PlaceCardProps {
  readonly article: ArticleMap['article'];
  readonly feature: PlaceFeature;
  readonly mention: number;
  readonly locale: Locale;
  readonly onStep: (mention: number) => void;
  readonly onClose: () => void;
}

/** What a mark says when it is opened: the place in both scripts, how exactly and how surely, each quote, and why it is here. */
export function PlaceCard({ article, feature, mention, locale, onStep, onClose }: PlaceCardProps) {
  const { properties } = feature;
  const words = mapMessages[locale].card;
  const title = placeName(locale, properties);
  const other = properties.names[otherLocale(locale)] === undefined ? undefined : placeName(otherLocale(locale), properties);
  const chosen = properties.mentions[mention] ?? properties.mentions[0];

  return (
    <article className="map-card" tabIndex={-1} aria-label={title}>
      <button type="button" className="map-card-close" aria-label={words.close} title={words.close} onClick={onClose}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3.5 3.5l9 9m0-9l-9 9" />
        </svg>
      </button>
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
      {chosen && <QuoteOf mention={chosen} article={article} locale={locale} />}
      <Pager count={properties.mentions.length} at={mention} locale={locale} onStep={onStep} />
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
  const source = article.source ?? hostOf(article.url) ?? words.unknownSource;
  return (
    <figure className="map-card-quote">
      <blockquote lang={article.language} dir={directionOf(article.language)}>
        {quote.text.slice(0, start - quote.start)}
        <mark data-role={mention.role}>{quote.text.slice(start - quote.start, end - quote.start)}</mark>
        {quote.text.slice(end - quote.start)}
      </blockquote>
      <figcaption>
        <bdi>{source}</bdi>
        {article.publishedAt !== null && <> · {formatDate(locale, article.publishedAt)}</>}
      </figcaption>
      {mention.role === 'associative' && <p className="map-card-note">{words.standsFor}</p>}
    </figure>
  );
}

function Pager({
  count,
  at,
  locale,
  onStep,
}: {
  readonly count: number;
  readonly at: number;
  readonly locale: Locale;
  readonly onStep: (mention: number) => void;
}) {
  if (count < 2) return null;
  const words = mapMessages[locale].card;
  const step = (by: number) => onStep((at + by + count) % count);
  return (
    <div className="map-card-pager">
      <button type="button" aria-label={words.previous} title={words.previous} onClick={() => step(-1)}>
        <Chevron />
      </button>
      <span aria-live="polite">{fill(words.pager, { n: formatNumber(locale, at + 1), all: formatNumber(locale, count) })}</span>
      <button type="button" className="map-card-next" aria-label={words.next} title={words.next} onClick={() => step(1)}>
        <Chevron />
      </button>
    </div>
  );
}

/** Points back; the style turns it for "next" and for right-to-left pages. */
function Chevron() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M10 3L5 8l5 5" />
    </svg>
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

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '');
}
