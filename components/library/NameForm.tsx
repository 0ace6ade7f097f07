import { useState } from 'react';
import type { Locale } from '@/components/ui/locale';
import { libraryMessages } from './words';

export interface NameFormProps {
  readonly locale: Locale;
  readonly label: string;
  readonly name: string;
  readonly onSave: (name: string) => Promise<unknown>;
  readonly onCancel: () => void;
}

/** Asks for a name, in place of what bears it. Escape leaves it as it was. */
export function NameForm({ locale, label, name, onSave, onCancel }: NameFormProps) {
  const { manage } = libraryMessages[locale];
  const [typed, setTyped] = useState(name);
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') void onSave(typed.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <input
        type="text"
        dir="auto"
        autoFocus
        maxLength={200}
        aria-label={label}
        placeholder={manage.name}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <button type="submit" className="button button-main">
        {manage.save}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {manage.cancel}
      </button>
    </form>
  );
}
