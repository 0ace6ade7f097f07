import type { Locale } from '@/components/ui/locale';
import { fill, formatDate, formatNumber } from '@/components/ui/messages';
import type { ArticleMap } from '@/lib/types';

/** The button that closes a card. */
export function CardClose({ words, onClose }: { readonly words: { readonly close: string }; readonly onClose: () => void }) {
  return (
    <button type="button" className="map-card-close" aria-label={words.close} title={words.close} onClick={onClose}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3.5 3.5l9 9m0-9l-9 9" />
      </svg>
    </button>
  );
}

export interface CardPagerProps {
  readonly words: { readonly previous: string; readonly next: string; readonly pager: string };
  readonly count: number;
  readonly at: number;
  readonly locale: Locale;
  readonly onStep: (to: number) => void;
}

/** "2 of 5", with a step back and one on, around the ends; nothing where there is but one. */
export function CardPager({ words, count, at, locale, onStep }: CardPagerProps) {
  if (count < 2) return null;
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

/** Where a quote comes from, and when that appeared. */
export function SourceLine({
  article,
  unknown,
  locale,
}: {
  readonly article: ArticleMap['article'];
  /** What to say where the source is not known. */
  readonly unknown: string;
  readonly locale: Locale;
}) {
  return (
    <figcaption>
      <bdi>{article.source ?? hostOf(article.url) ?? unknown}</bdi>
      {article.publishedAt !== null && <> · {formatDate(locale, article.publishedAt)}</>}
    </figcaption>
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

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '');
}
