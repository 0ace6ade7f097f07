import { hash, verify } from '@node-rs/argon2';

/** In characters. A password is typed by a person; a program has a token. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 200;

/** A salted Argon2id hash as a PHC string, with the library's costs (19 MiB, 2 passes: OWASP's first choice). */
export async function hashPassword(password: string): Promise<string> {
  return hash(normal(password));
}

/**
 * Whether a password is the one of a hash. Takes as long where there is no hash, so that nobody learns from the time which
 * accounts there are.
 */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  if (password.length > MAX_PASSWORD) return false;
  const right = await verify(hashed ?? (await nobody()), normal(password));
  return right && hashed !== null;
}

/** What is wrong with a new password, in a sentence; null where nothing is. */
export function passwordProblem(password: string, name: string): string | null {
  const { length } = [...password];
  if (length < MIN_PASSWORD || length > MAX_PASSWORD)
    return `the password: wanted ${MIN_PASSWORD} to ${MAX_PASSWORD} characters, got ${length}`;
  if (new Set(password).size < 5) return 'the password: wanted at least five different characters';
  return normal(password).toLowerCase().includes(name) && name.length > 3 ? 'the password: wanted one without the account’s name' : null;
}

/** The same letters may be typed in more than one way. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

let ofNobody: Promise<string> | null = null;

function nobody(): Promise<string> {
  return (ofNobody ??= hash('nobody has this one'));
}
