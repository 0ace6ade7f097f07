import type { Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';

/** What is wrong with a field, in the reader's words; `detail` is what the server adds, in English. */
export interface Problem {
  readonly field: 'text' | 'date';
  readonly words: string;
  readonly detail: string | null;
}

/** A field's complaint, read out when it appears. It is there, empty, before: a region that appears with its words is not read out. */
export function FieldProblem({ id, problem, locale }: { id: string; problem: Problem | null; locale: Locale }) {
  return (
    <div id={id} className="problem" role="alert">
      {problem !== null && (
        <p>
          {problem.words}
          {problem.detail !== null && (
            <>
              {' '}
              {messages[locale].desk.errors.detail}{' '}
              <span lang="en" dir="ltr">
                {problem.detail}
              </span>
            </>
          )}
        </p>
      )}
    </div>
  );
}
