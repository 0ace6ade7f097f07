import { notFound } from 'next/navigation';

/** Every address that no page has: it belongs to a language, so that the not-found page can speak it. */
export default function UnknownPage(): never {
  notFound();
}
