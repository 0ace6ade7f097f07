import type { Locale } from '@/components/ui/locale';
import { fill, formatNumber } from '@/components/ui/messages';
import type { ReviewSession } from './useReview';
import { MAX_INITIALS } from './useInitials';
import { reviewMessages } from './words';

export interface ReviewBarProps {
  readonly session: ReviewSession;
  readonly locale: Locale;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly help: boolean;
  readonly onHelp: () => void;
  readonly onClose: () => void;
}

/** How much is checked, the way to the next, undo and redo, who reviews, and the keys. */
export function ReviewBar({ session, locale, canUndo, canRedo, help, onHelp, onClose }: ReviewBarProps) {
  const words = reviewMessages[locale];
  const { checked, all } = session.progress;
  const told = fill(words.progress, { checked: formatNumber(locale, checked), all: formatNumber(locale, all) });
  return (
    <div className="review-bar">
      <p className="review-progress">
        <progress max={Math.max(1, all)} value={checked} aria-label={told} />
        {all > 0 && checked === all ? words.done : told}
      </p>
      <div className="review-tools">
        <IconButton label={words.previous} keys="k" onPress={() => session.step(-1)} path="M10 3L5 8l5 5" turns />
        <IconButton label={words.next} keys="j" onPress={() => session.step(1)} path="M6 3l5 5-5 5" turns />
        <IconButton
          label={words.undo}
          keys="u"
          disabled={!canUndo}
          onPress={() => session.undo()}
          path="M6 3L2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 7H6"
        />
        <IconButton
          label={words.redo}
          keys="r"
          disabled={!canRedo}
          onPress={() => session.redo()}
          path="M10 3l3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 7h3"
        />
        <label className="review-initials" title={words.initialsHelp}>
          <span className="visually-hidden">{words.initials}</span>
          <input
            type="text"
            placeholder={words.initials}
            value={session.initials}
            maxLength={MAX_INITIALS}
            autoComplete="off"
            dir="auto"
            onChange={(event) => session.setInitials(event.currentTarget.value)}
          />
        </label>
        <button
          type="button"
          className="review-icon"
          aria-expanded={help}
          aria-controls="review-keys"
          aria-label={words.keys.title}
          title={`${words.keys.title} (?)`}
          onClick={onHelp}
        >
          ?
        </button>
        <IconButton label={words.close} onPress={onClose} path="M3.5 3.5l9 9m0-9l-9 9" />
      </div>
    </div>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly path: string;
  /** Whether it points along the line, and so the other way in Arabic. */
  readonly turns?: boolean;
}

function IconButton({ label, keys, disabled = false, onPress, path, turns = false }: IconButtonProps) {
  return (
    <button
      type="button"
      className="review-icon"
      data-turns={turns}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-disabled={disabled}
      onClick={() => !disabled && onPress()}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
