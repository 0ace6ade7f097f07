import { useId, useState } from 'react';
import type { Locale } from '@/components/ui/locale';
import { fill, messages } from '@/components/ui/messages';
import { hostOf } from './readSource';

export interface AddressFieldProps {
  readonly locale: Locale;
  readonly busy: boolean;
  readonly onFetch: (address: string) => void;
}

/** The address of a page, which is fetched when the visitor says so and not before; the button says whom the server will call. */
export function AddressField({ locale, busy, onFetch }: AddressFieldProps) {
  const { own } = messages[locale].desk;
  const id = useId();
  const [address, setAddress] = useState('');
  const host = hostOf(address);
  const fetchIt = () => {
    if (host !== null && !busy) onFetch(address.trim());
  };
  return (
    <>
      <label htmlFor={id}>
        {own.address} <small>({own.optional})</small>
      </label>
      <div className="own-address">
        <input
          id={id}
          type="text"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="https://"
          value={address}
          aria-describedby={`${id}-help`}
          onChange={(event) => setAddress(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Not the whole form: the page comes into the box first, to be looked at.
            event.preventDefault();
            fetchIt();
          }}
        />
        <button type="button" className="button" aria-disabled={busy || host === null} onClick={fetchIt}>
          {busy ? own.fetching : own.fetch}
        </button>
      </div>
      <p className="own-help" id={`${id}-help`}>
        {host === null ? own.addressHelp : fill(own.addressCalls, { host: `\u2068${host}\u2069` })}
      </p>
    </>
  );
}
