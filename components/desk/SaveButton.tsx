'use client';
import { useState } from 'react';
import { useSWRConfig } from 'swr';
import type { ShownArticle } from '@/components/article/shownArticle';
import { ask } from '@/components/library/ask';
import { libraryMessages, reasonOf } from '@/components/library/words';
import type { Locale } from '@/components/ui/locale';
import { fill } from '@/components/ui/messages';
import type { Correction } from '@/lib/review/corrections';
import type { Saved } from '@/lib/store/records';

export interface SaveButtonProps {
  readonly locale: Locale;
  readonly article: ShownArticle | null;
  /** Its corrections so far, which go with it. */
  readonly log: readonly Correction[];
  /** Its id in the library; null where it is not opened from there. */
  readonly saved: string | null;
  readonly onSaved: (id: string) => void;
}

/** Puts the article on the desk into the library, with its corrections; says so where it is there. */
export function SaveButton({ locale, article, log, saved, onSaved }: SaveButtonProps) {
  const { desk } = libraryMessages[locale];
  const { mutate } = useSWRConfig();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (saved !== null)
    return (
      <span className="bar-saved checked" title={desk.savedHelp}>
        {desk.saved}
      </span>
    );
  const save = async () => {
    if (article === null || isSaving) return;
    setSaving(true);
    setProblem(null);
    try {
      const { text, title, url, source, publishedAt } = article;
      const language = article.request.language ?? null;
      const { id } = await ask<Saved>('/api/articles', 'POST', { text, title, url, source, publishedAt, language });
      if (log.length > 0) await ask(`/api/articles/${id}/corrections`, 'POST', { corrections: log });
      await mutate(`/api/articles/${id}/corrections`);
      onSaved(id);
    } catch (error) {
      setProblem(fill(desk.failed, { reason: reasonOf(error, locale) }));
    } finally {
      setSaving(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className="button bar-save"
        aria-disabled={isSaving || undefined}
        disabled={article === null}
        onClick={() => void save()}
      >
        {isSaving ? desk.saving : desk.save}
      </button>
      {problem !== null && (
        <span className="bar-problem" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
