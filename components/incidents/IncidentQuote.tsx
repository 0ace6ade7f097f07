import { SourceLine } from '@/components/map/CardParts';
import { directionOf, type Locale } from '@/components/ui/locale';
import type { ArticleMap, MapIncident, Quote } from '@/lib/types';
import { fieldPieces, FIELDS, fieldSpans } from './fields';
import { incidentMessages } from './words';

export interface IncidentQuoteProps {
  readonly incident: MapIncident;
  readonly quote: Quote;
  readonly article: ArticleMap['article'];
  readonly locale: Locale;
}

/** A passage that tells of an incident, in its own language, the words that gave each field marked, and a key to the marks. */
export function IncidentQuote({ incident, quote, article, locale }: IncidentQuoteProps) {
  const { card } = incidentMessages[locale];
  const pieces = fieldPieces(quote, fieldSpans(incident));
  const marked = FIELDS.filter((field) => pieces.some((piece) => piece.field === field || (field === 'trigger' && piece.inTrigger)));
  return (
    <figure className="map-card-quote">
      <blockquote lang={article.language} dir={directionOf(article.language)}>
        {pieces.map(({ start, text, field, inTrigger }) =>
          field === null ? (
            text
          ) : (
            <mark key={start} data-field={field} data-in-trigger={inTrigger || undefined}>
              {text}
            </mark>
          ),
        )}
      </blockquote>
      {marked.length > 0 && (
        <ul className="field-key" aria-label={card.key}>
          {marked.map((field) => (
            <li key={field}>
              <span data-field={field}>{card.fields[field]}</span>
            </li>
          ))}
        </ul>
      )}
      <SourceLine article={article} unknown={card.unknownSource} locale={locale} />
    </figure>
  );
}
