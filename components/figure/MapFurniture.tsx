import type { Locale } from '@/components/ui/locale';
import { fill } from '@/components/ui/messages';
import type { Box } from '@/lib/figure/boxes';
import type { ScaleBar } from '@/lib/figure/scale-bar';
import type { FigureSize } from '@/lib/figure/sizes';
import { distanceWords, figureMessages, ratioWords } from './words';

/** The line and the ratio; `data-metres` says what the line is long on the ground. */
export function ScaleBarBox({
  bar,
  size,
  locale,
  box,
}: {
  readonly bar: ScaleBar;
  readonly size: FigureSize;
  readonly locale: Locale;
  readonly box: Box;
}) {
  const { ratio, holds } = ratioWords(locale, bar, size);
  const distance = distanceWords(locale, bar.metres);
  const half = distanceWords(locale, bar.metres / 2);
  const { width } = bar;
  return (
    <div className="figure-scale figure-furniture" style={placed(box)} dir="ltr" data-box="furniture">
      <svg width={width + 40} height={24} role="img" aria-label={fill(figureMessages[locale].scaleLabel, { distance })}>
        <g transform="translate(6 0)">
          <text y={10} x={0} textAnchor="middle">
            0
          </text>
          <text y={10} x={width / 2} textAnchor="middle">
            {half.replace(/\s.*$/, '')}
          </text>
          <text y={10} x={width} textAnchor="middle" direction={locale === 'ar' ? 'rtl' : 'ltr'}>
            {distance}
          </text>
          <rect className="figure-scale-line" data-metres={bar.metres} x={0} y={15} width={width} height={6} />
          <rect className="figure-scale-dark" x={0} y={15} width={width / 4} height={6} />
          <rect className="figure-scale-dark" x={width / 2} y={15} width={width / 2} height={6} />
        </g>
      </svg>
      <p>
        <b>
          <bdi dir="ltr">{ratio}</bdi>
        </b>{' '}
        <bdi>{holds}</bdi>
      </p>
    </div>
  );
}

/** Up is north, in every language: a map is never mirrored. */
export function NorthArrow({ locale, box }: { readonly locale: Locale; readonly box: Box }) {
  const { north, northLabel } = figureMessages[locale];
  return (
    <div className="figure-north figure-furniture" style={placed(box)} data-box="furniture">
      <svg width={box.width} height={box.height} viewBox="0 0 28 48" role="img" aria-label={northLabel}>
        <path className="figure-north-dark" d="M14 2L14 30L5 34Z" />
        <path className="figure-north-light" d="M14 2L14 30L23 34Z" />
        <text x={14} y={44} textAnchor="middle">
          {north}
        </text>
      </svg>
    </div>
  );
}

export interface LocatorProps {
  readonly url: string | null;
  readonly box: Box;
  /** What the map shows, within the inset. */
  readonly frame: Box;
  readonly locale: Locale;
}

/** Where in the world the map lies. */
export function Locator({ url, box, frame, locale }: LocatorProps) {
  return (
    <div className="figure-locator figure-furniture" style={placed(box)} data-box="furniture">
      {/* eslint-disable-next-line @next/next/no-img-element -- drawn in this browser: there is nothing for a server to make smaller */}
      {url !== null && <img src={url} decoding="sync" width={box.width} height={box.height} alt={figureMessages[locale].locator} />}
      <svg width={box.width} height={box.height} aria-hidden="true">
        <rect className="figure-locator-casing" {...frame} />
        <rect className="figure-locator-frame" {...frame} />
      </svg>
    </div>
  );
}

function placed({ x, y, width, height }: Box): React.CSSProperties {
  return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
}
