'use client';
import { useId, useRef, useState, type DragEvent, type FormEvent } from 'react';
import { messages, fill, formatNumber } from '@/components/ui/messages';
import type { Locale } from '@/components/ui/locale';
import { AddressField } from './AddressField';
import { checkDraft, EMPTY_DRAFT, MAX_LENGTH, MAX_TITLE_LENGTH, type Draft } from './draft';
import { FieldProblem, type Problem } from './FieldProblem';
import { failureOf } from './failure';
import { READ_FILES, readSource } from './readSource';
import { readTextFile } from './textFile';

export interface OwnArticleFormProps {
  readonly locale: Locale;
  readonly draft: Draft;
  /** Whether the browser could keep the draft. */
  readonly kept: boolean;
  readonly onChange: (draft: Draft) => void;
  /** Reads the article; rejects with what `failureOf` names. The form shows the reason and keeps every word. */
  readonly onRead: (draft: Draft) => Promise<void>;
  readonly onClose: () => void;
}

/** The box for an article of one's own. It owns no text: what is typed lives above it, and outlives it. */
export function OwnArticleForm({ locale, draft, kept, onChange, onRead, onClose }: OwnArticleFormProps) {
  const { own, errors, sources } = messages[locale].desk;
  const id = useId();
  const textBox = useRef<HTMLTextAreaElement>(null);
  const dateBox = useRef<HTMLInputElement>(null);
  const fileBox = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [reading, setReading] = useState(false);
  /** While the server reads a file, or fetches a page. */
  const [opening, setOpening] = useState<'file' | 'page' | null>(null);
  const [dropping, setDropping] = useState(false);
  const [notice, setNotice] = useState<{ readonly words: string; readonly before: Draft } | null>(null);

  const edit = (part: Partial<Draft>) => {
    setProblem(null);
    onChange({ ...draft, ...part });
  };
  const complain = (found: Problem) => {
    setProblem(found);
    (found.field === 'date' ? dateBox : textBox).current?.focus();
  };
  const replace = (next: Draft, words: string) => {
    setProblem(null);
    setNotice({ words, before: draft });
    onChange(next);
    textBox.current?.focus();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reading) return;
    // A date that is half filled in has no value, and would pass for none.
    if (dateBox.current?.validity.badInput) return complain({ field: 'date', words: errors.date, detail: null });
    const found = checkDraft(draft, locale);
    if (found !== null) return complain({ field: found.field, words: fill(errors[found.message], found.values), detail: null });
    setReading(true);
    setProblem(null);
    try {
      await onRead(draft);
    } catch (error) {
      const { message, detail } = failureOf(error, navigator.onLine);
      complain({ field: message === 'date' ? 'date' : 'text', words: errors[message], detail });
    } finally {
      setReading(false);
    }
  };

  const takeFiles = async (files: FileList | null) => {
    const file = files?.[0];
    if (files === null || file === undefined) return;
    if (files.length > 1) return complain({ field: 'text', words: errors.oneFile, detail: null });
    if (opening !== null) return;
    const result = await readTextFile(file);
    if ('text' in result)
      return replace({ text: result.text, title: draft.title, date: draft.date }, fill(own.fileRead, { file: file.name }));
    if (result.problem === 'notPlain') return open('file', file);
    const values = { file: result.name, limit: formatNumber(locale, MAX_LENGTH) };
    complain({ field: 'text', words: fill(errors[result.problem], values), detail: null });
  };
  /** What the browser cannot read itself, the server reads; what it finds comes into the form, to be looked at. */
  const open = async (kind: 'file' | 'page', source: File | string) => {
    const name = typeof source === 'string' ? new URL(source).host : source.name;
    setOpening(kind);
    setProblem(null);
    try {
      const result = await readSource(source);
      if ('draft' in result)
        return replace(result.draft, fill(result.isDoubtful ? own.fileDoubtful : own.fileRead, { file: `\u2068${name}\u2069` }));
      complain({ field: 'text', words: fill(sources[result.problem], { name: `\u2068${name}\u2069` }), detail: null });
    } catch (error) {
      complain({ field: 'text', words: errors[failureOf(error, navigator.onLine).message], detail: null });
    } finally {
      setOpening(null);
    }
  };
  const drop = (event: DragEvent) => {
    setDropping(false);
    // Words that are dragged are left to the text box, which puts them where they fall.
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void takeFiles(event.dataTransfer.files);
  };

  return (
    <form
      className={`own${dropping ? ' own-dropping' : ''}`}
      noValidate
      aria-busy={reading || opening !== null}
      onSubmit={(event) => void submit(event)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
      }}
      onDrop={drop}
    >
      <h2 id={`${id}-heading`}>{own.heading}</h2>
      <p>{own.intro}</p>
      <label htmlFor={`${id}-text`}>{own.text}</label>
      <textarea
        id={`${id}-text`}
        ref={textBox}
        dir="auto"
        value={draft.text}
        spellCheck={false}
        aria-invalid={problem?.field === 'text'}
        aria-describedby={`${id}-text-problem`}
        onChange={(event) => edit({ text: event.currentTarget.value })}
      />
      <FieldProblem id={`${id}-text-problem`} problem={problem?.field === 'text' ? problem : null} locale={locale} />
      <p className="own-file">
        <button type="button" className="button" onClick={() => fileBox.current?.click()}>
          {opening === 'file' ? own.reading : own.choose}
        </button>
        <span>{own.drop}</span>
        <input
          ref={fileBox}
          type="file"
          accept={READ_FILES}
          hidden
          onChange={(event) => {
            void takeFiles(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </p>
      <p className="own-notice" role="status">
        {notice?.words}
        {notice !== null && notice.before.text !== '' && (
          <button
            type="button"
            className="link"
            onClick={() => {
              onChange(notice.before);
              setNotice(null);
            }}
          >
            {own.undo}
          </button>
        )}
      </p>
      <AddressField locale={locale} busy={opening !== null} onFetch={(address) => void open('page', address)} />
      {!kept && <p className="own-warning">{errors.notKept}</p>}
      <label htmlFor={`${id}-title`}>
        {own.title} <small>({own.optional})</small>
      </label>
      <input
        id={`${id}-title`}
        type="text"
        dir="auto"
        autoComplete="off"
        maxLength={MAX_TITLE_LENGTH}
        value={draft.title}
        onChange={(event) => edit({ title: event.currentTarget.value })}
      />
      <label htmlFor={`${id}-date`}>
        {own.date} <small>({own.optional})</small>
      </label>
      <input
        id={`${id}-date`}
        ref={dateBox}
        type="date"
        value={draft.date}
        aria-invalid={problem?.field === 'date'}
        aria-describedby={`${id}-date-help ${id}-date-problem`}
        onChange={(event) => edit({ date: event.currentTarget.value })}
      />
      <p className="own-help" id={`${id}-date-help`}>
        {own.dateHelp}
      </p>
      <FieldProblem id={`${id}-date-problem`} problem={problem?.field === 'date' ? problem : null} locale={locale} />
      <p className="own-actions">
        <button type="submit" className="button button-main" aria-disabled={reading}>
          {reading ? own.reading : own.show}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {own.close}
        </button>
        {draft.text !== '' && (
          <button type="button" className="link" onClick={() => replace(EMPTY_DRAFT, own.cleared)}>
            {own.clear}
          </button>
        )}
      </p>
    </form>
  );
}
