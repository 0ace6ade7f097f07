import { useEffect, useState } from 'react';

export interface TextFieldProps {
  readonly label: string;
  /** Null stands for the proposal. */
  readonly value: string | null;
  readonly proposal: string;
  /** What goes back to the proposal is called; null where there is none to go back to. */
  readonly again: string | null;
  readonly onChange: (value: string | null) => void;
}

/** How long the typing rests before the figure is laid out again, in milliseconds. */
const REST_MS = 400;

/** A line of the figure that is proposed and may be written anew. */
export function TextField({ label, value, proposal, again, onChange }: TextFieldProps) {
  const given = value ?? proposal;
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      onChange(typed === proposal || (again === null && typed.trim() === '') ? null : typed);
      setTyped(null);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, proposal, again, onChange]);
  return (
    <label>
      <span>{label}</span>
      <input type="text" dir="auto" value={typed ?? given} maxLength={300} onChange={(event) => setTyped(event.currentTarget.value)} />
      {again !== null && value !== null && (
        <button type="button" className="link" onClick={() => onChange(null)}>
          {again}
        </button>
      )}
    </label>
  );
}
