import { useEffect, useRef, useState } from 'react';
import type { UrlState } from '@/components/desk/urlState';
import { requestExport } from '@/components/share/requestExport';
import { fill } from '@/components/ui/messages';
import { saveFile } from '@/components/ui/saveFile';
import { figureFileName } from '@/lib/figure/file-name';
import type { FigureParams } from '@/lib/figure/params';
import type { Correction } from '@/lib/review/corrections';
import type { FigureContent, FigureState } from './FigureSheet';
import { figurePath } from './figure-url';
import { base64Of, makePng } from './make-png';
import { reasonWords } from './reason';
import { figureMessages } from './words';

export interface ComposerOutputProps {
  readonly content: FigureContent;
  readonly figure: FigureParams;
  readonly desk: UrlState;
  readonly place: string | null;
  readonly log: readonly Correction[];
  readonly state: FigureState;
  readonly version: string;
  readonly exporting: boolean;
  readonly onExporting: (exporting: boolean) => void;
}

/** What is done with the picture once it is there, and what is said then; or, where none can be made, told so. */
interface Wanted {
  readonly use: (png: Blob) => Promise<string> | string;
  readonly fail?: (error: unknown) => void;
}
interface Said {
  readonly words: string;
  readonly isProblem: boolean;
}

/** What can be done with a figure: keep it as a picture, print it or save it as PDF, copy it, take its text. */
export function ComposerOutput({ content, figure, desk, place, log, state, version, exporting, onExporting }: ComposerOutputProps) {
  const { locale, size, at, title, article } = content;
  const { compose, errors } = figureMessages[locale];
  const [said, setSaid] = useState<Said | null>(null);
  const wanted = useRef<Wanted | null>(null);
  const alt = state.ready === 'true' ? state.alt : '';
  const name = figureFileName(place, at, size, 'png');

  // The sheet draws its map anew for the picture, and says when it has.
  useEffect(() => {
    const order = wanted.current;
    const isDrawn = state.ready === 'error' || (state.ready === 'true' && state.mapRatio === size.ratio);
    if (!exporting || !isDrawn || order === null) return;
    wanted.current = null;
    const sheet = document.querySelector<HTMLElement>('.composer .figure-sheet');
    const made =
      state.ready === 'error' || sheet === null
        ? Promise.reject(new Error(state.ready === 'error' ? state.words : ''))
        : makePng(sheet, size, { title, alt, source: article.url ?? article.source ?? article.title ?? '', at, version });
    const complain = (message: string) => (error: unknown) => {
      const words =
        error instanceof ClipboardRefusal ? errors.clipboard : fill(message, { detail: reasonWords(locale, error, navigator.onLine) });
      setSaid({ words, isProblem: true });
    };
    made
      .then(
        (png) => Promise.resolve(order.use(png)).then((words) => setSaid({ words, isProblem: false }), complain(errors.kept)),
        (error: unknown) => {
          order.fail?.(error);
          complain(errors.picture)(error);
        },
      )
      .finally(() => onExporting(false));
  }, [exporting, state, size, title, alt, article, at, version, locale, errors, onExporting]);

  const make = (use: Wanted['use'], fail?: Wanted['fail']) => {
    if (exporting || state.ready !== 'true') return;
    wanted.current = { use, ...(fail ? { fail } : {}) };
    setSaid(null);
    onExporting(true);
  };
  /** The clipboard is asked at the click, for a picture still to be made: later Safari would no longer take it for the visitor's wish. */
  const copy = () => {
    if (exporting || state.ready !== 'true') return;
    let written: Promise<void> | null = null;
    const picture = new Promise<Blob>((resolve, reject) =>
      make(async (png) => {
        resolve(png);
        await written;
        return compose.copied;
      }, reject),
    );
    // Told of by whoever made the picture.
    picture.catch(() => undefined);
    try {
      written = navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    } catch (error) {
      // A page that is not from https or this machine has no clipboard.
      written = Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    written = written.catch(() => Promise.reject(new ClipboardRefusal()));
    written.catch(() => undefined);
  };
  const bundle = async (png: Blob) => {
    const attachments = [{ name, base64: await base64Of(png) }];
    const file = await requestExport('bundle', { article: article.request, corrections: log, note: null, attachments }, locale);
    saveFile(file.blob, file.name);
    return fill(compose.bundled, { file: file.name, hash: file.manifest ?? '' });
  };
  const print = () => {
    const before = document.title;
    // What the browser proposes as the file's name.
    document.title = figureFileName(place, at, size, 'pdf').replace(/\.pdf$/, '');
    window.print();
    document.title = before;
  };
  const busy = exporting || state.ready !== 'true';

  return (
    <div className="composer-output">
      <div className="composer-actions">
        <button
          type="button"
          className="button button-main"
          aria-disabled={busy}
          onClick={() =>
            make((png) => {
              saveFile(png, name);
              return fill(compose.saved, { file: name });
            })
          }
        >
          {compose.png}
        </button>
        <button type="button" className="button" aria-disabled={busy} onClick={copy}>
          {compose.copy}
        </button>
        <button type="button" className="button" aria-disabled={busy} onClick={() => make(() => (print(), ''))}>
          {compose.pdf}
        </button>
        <button type="button" className="button" aria-disabled={busy} onClick={() => make(bundle)}>
          {compose.bundle}
        </button>
      </div>
      <p className="composer-help">{compose.pdfHelp}</p>
      <p className="composer-said" role={said?.isProblem ? 'alert' : 'status'} data-problem={said?.isProblem}>
        {said !== null && said.words !== '' && <bdi>{said.words}</bdi>}
      </p>
      <label>
        <span>{compose.alt}</span>
        <textarea readOnly dir="auto" rows={6} value={alt} />
        <small>{compose.altHelp}</small>
      </label>
      <div className="composer-actions">
        <button
          type="button"
          className="button"
          onClick={() => saveFile(new Blob([alt], { type: 'text/plain' }), figureFileName(place, at, size, 'txt'))}
        >
          {compose.saveAlt}
        </button>
        <a className="bar-link" href={figurePath(locale, desk, figure)}>
          {compose.page}
        </a>
      </div>
    </div>
  );
}

/** The browser keeps its clipboard from the page. */
class ClipboardRefusal extends Error {}
