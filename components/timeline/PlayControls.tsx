import type { ReactNode } from 'react';
import { incidentMessages } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import type { Play } from './usePlay';

export interface PlayControlsProps {
  readonly locale: Locale;
  /** Null where the incidents are counted, and none is stepped through. */
  readonly play: Play | null;
  /** Whether a range of dates is chosen, and so whether there is anything to reset. */
  readonly isRanged: boolean;
  readonly onReset: () => void;
  /** What is shown, in words. */
  readonly children: ReactNode;
}

/** Play, a step back and a step on, and what the timeline shows. */
export function PlayControls({ locale, play, isRanged, onReset, children }: PlayControlsProps) {
  const { timeline } = incidentMessages[locale];
  return (
    <div className="timeline-controls">
      <div className="timeline-buttons">
        {play !== null && (
          <>
            <IconButton words={timeline.previous} path="M11 3v10L4.500 8zM3 3h1.500v10H3z" onClick={() => play.step(-1)} />
            <IconButton
              words={play.playing ? timeline.pause : timeline.play}
              path={play.playing ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M4.500 2.500v11L13 8z'}
              onClick={play.toggle}
            />
            <IconButton words={timeline.next} path="M5 3v10L11.500 8zM11.500 3H13v10h-1.500z" onClick={() => play.step(1)} />
          </>
        )}
        {isRanged && (
          <IconButton
            words={timeline.reset}
            path="M8 2.500a5.500 5.500 0 1 1-5.200 3.700l1.500.5A3.900 3.900 0 1 0 8 4.100v2.200L4.300 3.300 8 .3z"
            onClick={onReset}
          />
        )}
      </div>
      <p className="timeline-words" role="status">
        {children}
      </p>
    </div>
  );
}

function IconButton({ words, path, onClick }: { readonly words: string; readonly path: string; readonly onClick: () => void }) {
  return (
    <button type="button" aria-label={words} title={words} onClick={onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
