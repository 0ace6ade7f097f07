'use client';
import { useState } from 'react';
import type { Locale } from '@/components/ui/locale';
import { plural } from '@/components/ui/messages';
import { ask } from './ask';
import { useShelves } from './useLibrary';
import { libraryMessages, reasonOf } from './words';

export interface SelectionBarProps {
  readonly locale: Locale;
  readonly selected: ReadonlySet<string>;
  /** The collection that is looked at; null for none. */
  readonly collection: string | null;
  readonly onClear: () => void;
  /** Something of the library is no longer as it was. */
  readonly onChanged: () => Promise<void>;
}

/** What can be done with the selected articles. */
export function SelectionBar({ locale, selected, collection, onClear, onChanged }: SelectionBarProps) {
  const { selection } = libraryMessages[locale];
  const { collections, tags } = useShelves();
  const [tag, setTag] = useState('');
  const [isSure, setSure] = useState(false);
  const [said, setSaid] = useState<{ words: string; failed: boolean } | null>(null);
  const articles = [...selected];
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setSaid({ words: selection.done, failed: false });
      await onChanged();
    } catch (error) {
      setSaid({ words: reasonOf(error, locale), failed: true });
    }
  };
  const removeAll = () =>
    run(async () => {
      for (const id of articles) await ask(`/api/articles/${id}`, 'DELETE');
      onClear();
    });
  return (
    <section className="selection" aria-label={plural(locale, selection.count, articles.length)}>
      <strong role="status">{plural(locale, selection.count, articles.length)}</strong>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (tag.trim() === '') return;
          void run(() => ask('/api/tags', 'PATCH', { articles, add: [tag.trim()] })).then(() => setTag(''));
        }}
      >
        <label>
          <span>{selection.addTag}</span>
          <input
            type="text"
            list="library-tags"
            dir="auto"
            maxLength={200}
            placeholder={selection.addTagHint}
            value={tag}
            onChange={({ currentTarget }) => setTag(currentTarget.value)}
          />
        </label>
        <datalist id="library-tags">
          {tags.map((one) => (
            <option key={one.tag} value={one.tag} />
          ))}
        </datalist>
        <button type="submit" className="button">
          {selection.add}
        </button>
      </form>
      {collections.length > 0 && (
        <label>
          <span>{selection.toCollection}</span>
          <select
            value=""
            onChange={({ currentTarget: { value } }) => {
              if (value !== '') void run(() => ask(`/api/collections/${value}/articles`, 'PATCH', { add: articles }));
            }}
          >
            <option value="">{selection.choose}</option>
            {collections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {collection !== null && (
        <button
          type="button"
          className="button"
          onClick={() => void run(() => ask(`/api/collections/${collection}/articles`, 'PATCH', { remove: articles })).then(onClear)}
        >
          {selection.take}
        </button>
      )}
      {isSure ? (
        <span className="selection-sure" role="alertdialog" aria-label={selection.remove}>
          {plural(locale, selection.removeSure, articles.length)}
          <button type="button" className="button button-danger" onClick={() => void removeAll()}>
            {selection.yes}
          </button>
          <button type="button" className="button" autoFocus onClick={() => setSure(false)}>
            {selection.no}
          </button>
        </span>
      ) : (
        <button type="button" className="button" onClick={() => setSure(true)}>
          {selection.remove}
        </button>
      )}
      <button type="button" className="link" onClick={onClear}>
        {selection.clear}
      </button>
      <span role="status" className={said?.failed ? 'selection-failed' : undefined}>
        {said?.words}
      </span>
    </section>
  );
}
