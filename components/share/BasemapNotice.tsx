'use client';
import type { Locale } from '@/components/ui/locale';
import { fill } from '@/components/ui/messages';
import type { BasemapConfig } from '@/lib/api/config';
import { shareMessages } from './words';

export interface BasemapNoticeProps {
  readonly locale: Locale;
  readonly config: BasemapConfig;
  /** Whether the built-in map was chosen instead. */
  readonly isEmbedded: boolean;
  readonly failed: boolean;
  readonly onEmbedded: (embedded: boolean) => void;
}

/** Says on the map whom it calls, and leads to the map that calls nobody, and back. */
export function BasemapNotice({ locale, config, isEmbedded, failed, onEmbedded }: BasemapNoticeProps) {
  const { basemap } = shareMessages[locale];
  const host = `\u2068${config.origins.map((origin) => new URL(origin).host).join(', ')}\u2069`;
  const calls = config.origins.length > 0;
  return (
    <p className="basemap-notice" role={failed ? 'alert' : undefined}>
      {failed && !isEmbedded
        ? fill(basemap.failed, { host: calls ? host : config.url })
        : calls && !isEmbedded
          ? fill(basemap.notice, { host })
          : ''}{' '}
      <button type="button" className="link" onClick={() => onEmbedded(!isEmbedded)}>
        {isEmbedded ? fill(basemap.other, { host: calls ? host : config.attribution }) : basemap.back}
      </button>
    </p>
  );
}
