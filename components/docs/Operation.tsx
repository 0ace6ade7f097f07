import type { OutlineField, OutlineOperation } from '@/lib/api/openapi/outline';
import type { Locale } from '@/components/ui/locale';
import { translated, type ApiDocs } from './apiDocs';

interface OperationProps {
  readonly operation: OutlineOperation;
  readonly words: ApiDocs['docs'];
  readonly locale: Locale;
}

/** One operation: a line that says what it does, and within it what it takes and gives. */
export function Operation({ operation: { id, method, path, summary, role, parameters, body, answers }, words, locale }: OperationProps) {
  return (
    <details className="docs-operation" id={id}>
      <summary>
        <span className="docs-method" data-method={method} dir="ltr">
          {method}
        </span>
        <code className="docs-path" dir="ltr">
          {path}
        </code>
        <span className="docs-summary">{summary}</span>
      </summary>
      <p className="docs-role">{role === null ? words.anyone : words.roles[role as keyof typeof words.roles]}</p>
      {parameters.length > 0 && <Fields heading={words.parameters} fields={parameters} words={words} locale={locale} />}
      {body !== null && <Fields heading={words.body} mediaType={body.mediaType} fields={body.fields} words={words} locale={locale} />}
      <h4>{words.answers}</h4>
      <ul className="docs-answers">
        {answers.map(({ status, mediaType, fields }) => (
          <li key={status}>
            <code>{status}</code> {mediaType === null ? words.empty : <code dir="ltr">{mediaType}</code>}
            {fields.length > 0 && (
              <span className="docs-names" dir="ltr">
                {fields.join(', ')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface FieldsProps {
  readonly heading: string;
  readonly mediaType?: string;
  readonly fields: readonly OutlineField[];
  readonly words: ApiDocs['docs'];
  readonly locale: Locale;
}

function Fields({ heading, mediaType, fields, words, locale }: FieldsProps) {
  return (
    <>
      <h4>
        {heading} {mediaType !== undefined && <code dir="ltr">{mediaType}</code>}
      </h4>
      <dl className="docs-fields">
        {fields.map(({ name, type, isRequired, description, values }) => {
          const { text, lang } = translated(locale, description);
          return (
            <div key={name}>
              <dt>
                <code dir="ltr">{name}</code>
                <span className="docs-type">
                  <span dir="ltr">{type}</span>
                  {isRequired && <strong>{words.required}</strong>}
                </span>
              </dt>
              <dd>
                <span lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
                  <Marked text={text} />
                </span>
                {values.length > 0 && (
                  <span className="docs-names" dir="ltr">
                    {values.join(', ')}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** A text whose names of parameters stand between backticks, as OpenAPI's Markdown has them. */
export function Marked({ text }: { readonly text: string }) {
  // Every second part stood between two.
  return text.split('`').map((part, i) =>
    i % 2 === 1 ? (
      <code key={i} dir="ltr">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
