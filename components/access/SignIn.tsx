import { otherLocale, type Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import { accessMessages } from './words';

interface SignInProps {
  readonly locale: Locale;
  /** Where to go then: a path on this server. */
  readonly next: string;
  readonly problem: 'wrong' | 'often' | null;
}

/** The sign-in form. It is a form and nothing else: it works before any script has come, and without. */
export function SignIn({ locale, next, problem }: SignInProps) {
  const words = accessMessages[locale];
  const other = otherLocale(locale);
  const { product, bar } = messages[locale].desk;
  const told = problem === null ? undefined : 'problem';
  return (
    <main className="access">
      <p className="access-head">
        <span>{product}</span>
        <a href={`/${other}/sign-in?${new URLSearchParams({ next }).toString()}`} lang={other} hrefLang={other}>
          {bar.language}
        </a>
      </p>
      <h1>{words.signIn}</h1>
      <p>{words.intro}</p>
      {problem !== null && (
        <p id="problem" className="access-problem" role="alert">
          {words.problems[problem]}
        </p>
      )}
      <form className="access-form" method="post" action="/api/session">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="next" value={next} />
        <label>
          {words.name}
          <input
            type="text"
            name="name"
            dir="auto"
            required
            maxLength={64}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby={told}
          />
        </label>
        <label>
          {words.password}
          <input
            type="password"
            name="password"
            dir="ltr"
            required
            maxLength={200}
            autoComplete="current-password"
            aria-describedby={told}
          />
        </label>
        <button type="submit" className="button button-main">
          {words.enter}
        </button>
      </form>
    </main>
  );
}
