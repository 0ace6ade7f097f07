import { incidentDate, incidentMessages, incidentPlace, kindOfIncident, tollWords } from '@/components/incidents/words';
import { directionOf, type Locale } from '@/components/ui/locale';
import { plural } from '@/components/ui/messages';
import { cutQuote } from '@/lib/figure/cut-quote';
import type { ArticleMap } from '@/lib/types';
import { placeOf } from './figure-texts';
import type { ListFit } from './fit';
import type { Numbered } from './numbered';
import { Sign } from './Sign';
import { figureMessages, plain } from './words';

export interface FigureListProps {
  readonly map: ArticleMap;
  readonly locale: Locale;
  readonly numbered: readonly Numbered[];
  readonly fit: ListFit;
  /** Places with incidents that the map has no card for, and why. */
  readonly notDrawn: ReadonlyMap<string, 'outside' | 'noRoom'>;
}

/** The incidents by their numbers, with what the article says of each in its own words, as far as there is room. */
export function FigureList({ map, locale, numbered, fit, notDrawn }: FigureListProps) {
  const words = figureMessages[locale];
  const shown = numbered.slice(0, fit.entries);
  const left = numbered.length - shown.length;
  return (
    <section className="figure-incidents">
      <h2>{words.incidents}</h2>
      {numbered.length === 0 && <p>{words.noIncidents}</p>}
      <ol>
        {shown.map((one, i) => (
          <Entry key={one.number} map={map} locale={locale} one={one} fit={fit} quoted={i < fit.quotes} notDrawn={notDrawn} />
        ))}
      </ol>
      {left > 0 && <p className="figure-more">{plural(locale, words.more, left)}</p>}
    </section>
  );
}

interface EntryProps extends Pick<FigureListProps, 'map' | 'locale' | 'fit' | 'notDrawn'> {
  readonly one: Numbered;
  readonly quoted: boolean;
}

function Entry({ map, locale, one: { number, incident }, fit, quoted, notDrawn }: EntryProps) {
  const words = figureMessages[locale];
  const { name, precision } = incidentPlace(locale, placeOf(map, incident), incident.unlocated);
  const missing = incident.placeId === null ? undefined : notDrawn.get(incident.placeId);
  const toll = tollWords(locale, incident.casualties);
  const [evidence] = incident.evidence;
  const { language } = map.article;
  return (
    <li className="figure-entry">
      <svg width={20} height={20} viewBox="-10 -10 20 20" aria-hidden="true">
        <Sign type={incident.type} status={incident.status} size={20} />
      </svg>
      <b className="figure-number">{number}</b>
      <div>
        <p className="figure-kind">
          <b>{plain(kindOfIncident(locale, incident))}</b>
          {incident.status !== 'reported' && <i> {plain(incidentMessages[locale].status[incident.status])}</i>}
        </p>
        <p className="figure-where">
          {name ?? (incident.unlocated === undefined ? words.unplaced : plain(precision))}
          {name !== null && fit.precision && <span className="figure-soft"> · {plain(precision)}</span>}
          <span> · {incidentDate(locale, incident)}</span>
          {toll !== null && <b> · {plain(toll)}</b>}
          {missing !== undefined && <i> · {words[missing]}</i>}
        </p>
        {quoted && evidence !== undefined && (
          <blockquote lang={language} dir={directionOf(language)}>
            {language === 'ar' ? '«' : '“'}
            {cutQuote(evidence, incident.spans.trigger, fit.quoteLength)}
            {language === 'ar' ? '»' : '”'}
          </blockquote>
        )}
      </div>
    </li>
  );
}
