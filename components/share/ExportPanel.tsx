'use client';
import { useRef, useState } from 'react';
import { failureOf } from '@/components/article/failure';
import type { ShownArticle } from '@/components/article/shownArticle';
import { keptLog } from '@/components/review/reviewStore';
import type { Locale } from '@/components/ui/locale';
import { fill, messages } from '@/components/ui/messages';
import { moveByKey } from '@/components/ui/moveByKey';
import type { ExportFormat } from '@/lib/api/export-request';
import type { ArticleMap } from '@/lib/types';
import { CopyLink } from './CopyLink';
import { useExport, type ExportState } from './useExport';
import { shareMessages } from './words';

/** Names the panel to the button that opens it. */
export const EXPORT_PANEL = 'export-panel';

const TO_READ: readonly ExportFormat[] = ['html', 'bundle'];
const TO_WORK_WITH: readonly ExportFormat[] = ['geojson', 'incidents-csv', 'csv', 'kml', 'kmz', 'gpx'];

export interface ExportPanelProps {
  readonly locale: Locale;
  readonly article: ShownArticle | null;
  /** The machine's map; null while the article is being read. */
  readonly map: ArticleMap | null;
  /** Whether the article is the visitor's own, whose text goes into no address. */
  readonly isOwn: boolean;
}

/** Everything in which the article can leave the desk, with a line each on what it holds. Opened by a button that names it. */
export function ExportPanel({ locale, article, map, isOwn }: ExportPanelProps) {
  const words = shareMessages[locale];
  const { state, make } = useExport(locale);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const ready = article !== null && map !== null;
  const corrections = map === null || !open ? [] : (keptLog(map.article.sha256).entries ?? []);
  const order = (format: ExportFormat) => {
    if (article === null) return;
    const note = article.writtenForProject ? (article.note ?? messages[locale].desk.reader.written) : null;
    // Read at the click: it may have grown since the panel was drawn.
    const log = map === null ? [] : (keptLog(map.article.sha256).entries ?? []);
    void make(format, { article: article.request, corrections: log, note });
  };
  const list = (formats: readonly ExportFormat[]) => (
    <ul>
      {formats.map((format) => (
        <li key={format}>
          <button
            type="button"
            className="export-item"
            data-format={format}
            aria-disabled={!ready || state?.is === 'making'}
            onClick={() => ready && order(format)}
          >
            <strong>{words.formats[format].name}</strong>
            <span>{words.formats[format].what}</span>
          </button>
          {state?.format === format && <Status state={state} locale={locale} />}
        </li>
      ))}
    </ul>
  );
  return (
    <div
      ref={panel}
      id={EXPORT_PANEL}
      popover="auto"
      className="export-panel"
      role="dialog"
      aria-label={words.title}
      onToggle={({ newState }) => {
        setOpen(newState === 'open');
        // The event comes late: whoever has gone on by then stays where he is.
        if (newState === 'open' && !panel.current?.contains(document.activeElement)) panel.current?.focus();
      }}
      tabIndex={-1}
      onKeyDown={(event) => {
        // Escape closes the panel, and is not meant for what is chosen on the desk.
        if (event.key === 'Escape') event.stopPropagation();
        else moveByKey(event, 'button.export-item');
      }}
    >
      {open && (
        <div className="export-body">
          <h2>{words.title}</h2>
          <p className="export-note">
            {words.local}
            {corrections.length > 0 && ` ${words.corrected}`}
          </p>
          {!ready && <p role="status">{words.waiting}</p>}
          <h3>{words.pages}</h3>
          {list(TO_READ)}
          <h3>{words.links}</h3>
          {isOwn ? <p className="export-note">{words.link.own}</p> : <CopyLink locale={locale} />}
          <h3>{words.tables}</h3>
          {list(TO_WORK_WITH)}
          <button type="button" className="button" popoverTarget={EXPORT_PANEL} popoverTargetAction="hide">
            {words.close}
          </button>
        </div>
      )}
    </div>
  );
}

function Status({ state, locale }: { readonly state: ExportState; readonly locale: Locale }) {
  const words = shareMessages[locale];
  if (state.is === 'making')
    return (
      <p className="export-status" role="status">
        {words.making}
      </p>
    );
  if (state.is === 'made')
    return (
      <div className="export-status" role="status">
        <p>
          <bdi>{fill(words.made, { name: state.file.name })}</bdi>
        </p>
        {state.file.manifest !== null && (
          <p>
            {words.manifest} <code dir="ltr">{state.file.manifest}</code>
          </p>
        )}
      </div>
    );
  const { message, detail } = failureOf(state.error, navigator.onLine);
  const { errors } = messages[locale].desk;
  return (
    <p className="export-status export-failed" role="alert">
      {words.failed} {message === 'server' ? '' : errors[message]}{' '}
      {detail !== null && (
        <span lang="en" dir="ltr">
          {detail}
        </span>
      )}
    </p>
  );
}
