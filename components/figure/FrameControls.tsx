import type { Locale } from '@/components/ui/locale';
import { MAX_ZOOM, MIN_ZOOM, unproject, type MapView } from '@/lib/figure/view';
import { figureMessages } from './words';

export interface FrameControlsProps {
  readonly locale: Locale;
  readonly shown: MapView | null;
  /** Whether the part shown was chosen, rather than fitted to the incidents. */
  readonly own: boolean;
  readonly onView: (view: MapView | null) => void;
}

const ZOOM_STEP = 0.5;
/** Units that a step moves the map by. */
const MOVE = 90;

/** Moves the map within its frame, by keys and buttons alike. */
export function FrameControls({ locale, shown, own, onView }: FrameControlsProps) {
  const { compose } = figureMessages[locale];
  const zoomBy = (step: number) => {
    if (shown !== null) onView({ ...shown, zoom: Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, shown.zoom + step)) });
  };
  const moveBy = (x: number, y: number) => {
    // On a map without extent the middle is the origin.
    if (shown !== null) onView({ ...shown, center: unproject({ x: x * MOVE, y: y * MOVE }, shown, { width: 0, height: 0 }) });
  };
  const buttons: [string, string, () => void][] = [
    [compose.closer, '+', () => zoomBy(ZOOM_STEP)],
    [compose.wider, '−', () => zoomBy(-ZOOM_STEP)],
    [compose.west, '←', () => moveBy(-1, 0)],
    [compose.northward, '↑', () => moveBy(0, -1)],
    [compose.southward, '↓', () => moveBy(0, 1)],
    [compose.east, '→', () => moveBy(1, 0)],
  ];
  return (
    <fieldset className="composer-frame-controls">
      <legend>{compose.frame}</legend>
      {/* West stays left: a map is not mirrored. */}
      <div dir="ltr">
        {buttons.map(([label, sign, act]) => (
          <button key={sign} type="button" className="button" aria-label={label} title={label} onClick={act}>
            {sign}
          </button>
        ))}
        <button type="button" className="button" aria-pressed={!own} onClick={() => onView(null)}>
          {compose.fit}
        </button>
      </div>
    </fieldset>
  );
}
