export interface ActProps {
  readonly label: string;
  /** The key that does the same. */
  readonly keys: string;
  readonly main?: boolean;
  /** For what stays open. */
  readonly pressed?: boolean;
  readonly onPress: () => void;
}

/** A thing to do, with its key beside its name. */
export function Act({ label, keys, main = false, pressed, onPress }: ActProps) {
  return (
    <button
      type="button"
      className={`button${main ? ' button-main' : ''}`}
      aria-pressed={pressed}
      aria-keyshortcuts={keys}
      onClick={onPress}
    >
      {label} <kbd aria-hidden="true">{keys}</kbd>
    </button>
  );
}
