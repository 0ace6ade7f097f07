import type { UrlState } from '@/components/desk/urlState';
import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber } from '@/components/ui/messages';
import type { FigureParams } from '@/lib/figure/params';
import { DPIS, figureSize, SIZE_IDS } from '@/lib/figure/sizes';
import type { MapView } from '@/lib/figure/view';
import { FrameControls } from './FrameControls';
import { TextField } from './TextField';
import { figureMessages } from './words';

export interface ComposerFormProps {
  readonly locale: Locale;
  readonly desk: UrlState;
  readonly figure: FigureParams;
  readonly proposal: { readonly title: string; readonly subtitle: string } | null;
  /** What the map shows now; null while it is drawn. */
  readonly shown: MapView | null;
  /** Whether the article is one's own, of which the browser does not know who published it. */
  readonly asksSource: boolean;
  readonly onChange: (part: Partial<FigureParams>, desk?: Partial<UrlState>) => void;
}

/** What a figure is to be: its size, colours, title, citation and the part of the map. */
export function ComposerForm({ locale, desk, figure, proposal, shown, asksSource, onChange }: ComposerFormProps) {
  const { compose, sizes } = figureMessages[locale];
  const size = figureSize(figure.size, figure.dpi);
  const [width = '', height = ''] = [size.pixels.width, size.pixels.height].map((n) => formatNumber(locale, n));
  return (
    <form className="composer-form" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{compose.size}</span>
        <select
          value={figure.size}
          onChange={(event) => {
            const id = SIZE_IDS.find((one) => one === event.currentTarget.value);
            if (id !== undefined) onChange({ size: id });
          }}
        >
          {SIZE_IDS.map((id) => (
            <option key={id} value={id}>
              {sizes[id]}
            </option>
          ))}
        </select>
        <small>{fill(compose.pixels, { width, height })}</small>
      </label>
      <div className="composer-pair">
        {size.paper !== null && (
          <label>
            <span>{compose.dpi}</span>
            <select
              value={figure.dpi}
              onChange={(event) => {
                const dpi = DPIS.find((one) => String(one) === event.currentTarget.value);
                if (dpi !== undefined) onChange({ dpi });
              }}
            >
              {DPIS.map((dpi) => (
                <option key={dpi} value={dpi}>
                  {fill(compose.dpiValue, { dpi })}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <span>{compose.theme}</span>
          <select
            value={desk.theme === 'dark' ? 'dark' : 'light'}
            onChange={(event) => onChange({}, { theme: event.currentTarget.value === 'dark' ? 'dark' : 'light' })}
          >
            <option value="light">{compose.light}</option>
            <option value="dark">{compose.dark}</option>
          </select>
        </label>
      </div>
      <TextField
        label={compose.heading}
        value={figure.title}
        proposal={proposal?.title ?? ''}
        again={compose.proposal}
        onChange={(title) => onChange({ title })}
      />
      <TextField
        label={compose.subheading}
        value={figure.subtitle}
        proposal={proposal?.subtitle ?? ''}
        again={compose.proposal}
        onChange={(subtitle) => onChange({ subtitle })}
      />
      {asksSource && (
        <>
          <TextField label={compose.source} value={figure.source} proposal="" again={null} onChange={(source) => onChange({ source })} />
          <TextField label={compose.link} value={figure.link} proposal="" again={null} onChange={(link) => onChange({ link })} />
        </>
      )}
      <FrameControls
        locale={locale}
        shown={shown}
        own={(figure.view ?? desk.map) !== null}
        onView={(view) => onChange({ view }, { map: null })}
      />
    </form>
  );
}
