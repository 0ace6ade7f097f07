import { otherLocale, type Locale } from '@/components/ui/locale';
import { fill, messages } from '@/components/ui/messages';
import { accessMessages } from './words';

/** Each may do what those before it may. */
const ROLES = ['reader', 'analyst', 'admin'] as const;

interface AccountProps {
  readonly locale: Locale;
  /** Null where nobody has to sign in. */
  readonly name: string | null;
  readonly role: 'reader' | 'analyst' | 'admin';
}

/** Who is signed in, what that allows, and the way out. */
export function Account({ locale, name, role }: AccountProps) {
  const words = accessMessages[locale];
  const other = otherLocale(locale);
  return (
    <main className="page">
      <p className="page-links">
        <a href={`/${locale}`}>{words.back}</a>
        <a href={`/${other}/account`} lang={other} hrefLang={other}>
          {messages[locale].desk.bar.language}
        </a>
      </p>
      <h1>{words.account}</h1>
      {/* Isolated, so that a name in the other direction does not turn the sentence around. */}
      <p>{name === null ? words.local : fill(words.signedInAs, { name: `\u2068${name}\u2069`, role: words.roleNames[role] })}</p>
      <h2>{words.roleHeading}</h2>
      <ul>
        {ROLES.slice(0, ROLES.indexOf(role) + 1).map((one) => (
          <li key={one}>{words.roles[one]}</li>
        ))}
      </ul>
      {name !== null && (
        <form className="access-end" method="post" action="/api/session/end">
          <input type="hidden" name="locale" value={locale} />
          <button type="submit" className="button">
            {words.signOut}
          </button>
        </form>
      )}
    </main>
  );
}
