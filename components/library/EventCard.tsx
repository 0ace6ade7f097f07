'use client';
import { useState } from 'react';
import { CardClose, CardPager } from '@/components/map/CardParts';
import { IncidentGlyph } from '@/components/incidents/IncidentGlyph';
import { IncidentQuote } from '@/components/incidents/IncidentQuote';
import { incidentDate, incidentMessages, kindOfIncident, tollWords } from '@/components/incidents/words';
import { placeName, precisionWords } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import { fill, plural } from '@/components/ui/messages';
import type { EventsAnswer, Report } from '@/lib/api/events-request';
import { articleOf, differencesOf, type DifferingField, type LibraryEvent } from './events';
import { libraryMessages } from './words';

export interface EventCardProps {
  readonly event: LibraryEvent;
  readonly answer: EventsAnswer;
  /** Which report is quoted, from 0. */
  readonly at: number;
  readonly locale: Locale;
  readonly onReport: (at: number) => void;
  readonly onCut: (report: Report) => void;
  readonly onLink: () => void;
  readonly onClose: () => void;
}

/** What an event's mark says when it is opened: its reports side by side, where they differ, and each in its own words. */
export function EventCard({ event, answer, at, locale, onReport, onCut, onLink, onClose }: EventCardProps) {
  const { card } = incidentMessages[locale];
  const words = libraryMessages[locale].event;
  const { incident, reports } = event;
  const report = reports[at] ?? reports[0];
  const differ = differencesOf(reports);
  const kind = kindOfIncident(locale, incident);
  if (!report) return null;
  const article = articleOf(answer.articles[report.articleId] ?? null, report.articleId);
  const quote = report.incident.evidence[0];
  return (
    <article
      className="map-card incident-card event-card"
      tabIndex={-1}
      aria-label={fill(card.label, { type: kind, date: incidentDate(locale, incident) })}
    >
      <CardClose words={card} onClose={onClose} />
      <p className="map-card-kicker">
        {plural(locale, words.reports, new Set(reports.map(({ articleId }) => articleId)).size)}
        {event.byHand && reports.length > 1 && <> · {words.byHand}</>}
      </p>
      <h2 className="map-card-name">
        <IncidentGlyph type={incident.type} status={incident.status} /> {kind}
      </h2>
      {reports.length > 1 && (
        <p className="event-differ" data-differ={differ.length > 0 || undefined}>
          {differ.length === 0
            ? words.agree
            : fill(words.differ, { fields: differ.map((field) => words.fields[field]).join(locale === 'ar' ? ' و' : ', ') })}
        </p>
      )}
      <ReportTable {...{ reports, answer, differ, locale, onReport }} at={reports.indexOf(report)} />
      {quote && <IncidentQuote incident={report.incident} quote={quote} article={article} locale={locale} />}
      <CardPager words={card} count={reports.length} at={reports.indexOf(report)} locale={locale} onStep={onReport} />
      <p className="event-acts">
        <a className="map-card-link" href={`/${locale}?saved=${report.articleId}&incident=${encodeURIComponent(ownId(report))}`}>
          {words.open}
        </a>
        {reports.length > 1 && (
          <button
            type="button"
            className="map-card-link"
            title={fill(words.cutOf, { source: article.source ?? card.unknownSource })}
            onClick={() => onCut(report)}
          >
            {words.cut}
          </button>
        )}
        <button type="button" className="map-card-link" onClick={onLink}>
          {words.link}
        </button>
      </p>
    </article>
  );
}

/** An incident's id in its own article's map. */
function ownId({ id, articleId }: Report): string {
  return id.slice(articleId.length + 1);
}

interface ReportTableProps {
  readonly reports: readonly Report[];
  readonly answer: EventsAnswer;
  readonly differ: readonly DifferingField[];
  readonly at: number;
  readonly locale: Locale;
  readonly onReport: (at: number) => void;
}

/** Reports that stand side by side at once; of more, the rest on request. */
const MOST_SIDE_BY_SIDE = 12;

/** Each report a column, each fact a row; a row in which they differ is marked. */
function ReportTable({ reports, answer, differ, at, locale, onReport }: ReportTableProps) {
  const { card, filters } = incidentMessages[locale];
  const [all, setAll] = useState(false);
  const shown = all ? reports : reports.slice(0, MOST_SIDE_BY_SIDE);
  const row = (field: DifferingField, name: string, valueOf: (report: Report) => React.ReactNode) => (
    <tr data-differ={differ.includes(field) || undefined}>
      <th scope="row">{name}</th>
      {shown.map((report, i) => (
        <td key={report.id} data-chosen={i === at || undefined}>
          {valueOf(report)}
        </td>
      ))}
    </tr>
  );
  return (
    <div className="event-table" tabIndex={0} role="group" aria-label={libraryMessages[locale].event.article}>
      <table>
        {reports.length > 1 && (
          <thead>
            <tr>
              <td />
              {shown.map(({ id, articleId }, i) => (
                <th key={id} scope="col" data-chosen={i === at || undefined}>
                  <button type="button" className="map-card-link" aria-pressed={i === at} onClick={() => onReport(i)}>
                    <bdi>{answer.articles[articleId]?.source ?? answer.articles[articleId]?.title ?? card.unknownSource}</bdi>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {row('place', card.where, ({ place }) => {
            const properties = answer.places[place ?? '']?.properties;
            if (properties === undefined) return card.unplaced;
            const full = { ...properties, mentions: [] };
            return (
              <>
                <bdi>{placeName(locale, full)}</bdi> <small>{precisionWords(locale, full)}</small>
              </>
            );
          })}
          {row('date', card.when, ({ incident }) => incidentDate(locale, incident))}
          {row('toll', card.toll, ({ incident }) => tollWords(locale, incident.tolls[0] ?? incident.casualties) ?? card.noToll)}
        </tbody>
      </table>
      {shown.length < reports.length && (
        <button type="button" className="map-card-link" onClick={() => setAll(true)}>
          {fill(filters.more, { n: reports.length - shown.length })}
        </button>
      )}
    </div>
  );
}
