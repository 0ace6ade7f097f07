'use client';
import { useId, useState, type FormEvent } from 'react';
import type { ShownArticle } from '@/components/article/shownArticle';
import type { Locale } from '@/components/ui/locale';
import { formatDate, messages } from '@/components/ui/messages';

export interface PublishedDateProps {
  readonly article: ShownArticle;
  readonly locale: Locale;
  /** Takes a day, `YYYY-MM-DD`, or null for the article's own date. */
  readonly onPublished: (date: string | null) => void;
}

/** The date of publication, and on demand a field to give another: the relative dates of the text are counted from it. */
export function PublishedDate({ article, locale, onPublished }: PublishedDateProps) {
  const { reader } = messages[locale].desk;
  const [open, setOpen] = useState(false);
  const id = useId();
  const { publishedAt, ownDate } = article;
  const isChanged = ownDate !== undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('published');
    onPublished(typeof value === 'string' && value !== '' ? value : null);
    setOpen(false);
  };
  return (
    <>
      <li>
        {publishedAt === null ? reader.undated : <time dateTime={publishedAt}>{formatDate(locale, publishedAt)}</time>}{' '}
        <button type="button" className="link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {publishedAt === null ? reader.date.give : reader.date.change}
        </button>
      </li>
      <li id={id} className="head-date" hidden={!open && !isChanged}>
        {open && (
          // Written anew for each date: the field then begins with it.
          <form key={publishedAt} onSubmit={submit}>
            <label>
              <span>{reader.date.field}</span>
              <input type="date" name="published" defaultValue={publishedAt?.slice(0, 10) ?? ''} required={!isChanged} />
            </label>
            <button type="submit" className="button">
              {reader.date.use}
            </button>
            <p>{reader.date.help}</p>
          </form>
        )}
        {isChanged && (
          <button
            type="button"
            className="link"
            onClick={() => {
              onPublished(null);
              setOpen(false);
            }}
          >
            {reader.date.own}
            {ownDate !== null && ` (${formatDate(locale, ownDate)})`}
          </button>
        )}
      </li>
    </>
  );
}
