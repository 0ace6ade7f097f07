import { useState } from 'react';
import type { Locale } from '@/components/ui/locale';
import { saveFile } from '@/components/ui/saveFile';
import type { ExportFormat } from '@/lib/api/export-request';
import { requestExport, type ExportedFile, type ExportOrder } from './requestExport';

/** How the last file that was asked for stands. */
export type ExportState =
  | { readonly format: ExportFormat; readonly is: 'making' }
  | { readonly format: ExportFormat; readonly is: 'made'; readonly file: ExportedFile }
  | { readonly format: ExportFormat; readonly is: 'failed'; readonly error: unknown };

/** Makes a file and saves it; one at a time. */
export function useExport(locale: Locale): {
  readonly state: ExportState | null;
  readonly make: (format: ExportFormat, order: ExportOrder) => Promise<void>;
} {
  const [state, setState] = useState<ExportState | null>(null);
  const make = async (format: ExportFormat, order: ExportOrder) => {
    if (state?.is === 'making') return;
    setState({ format, is: 'making' });
    try {
      const file = await requestExport(format, order, locale);
      saveFile(file.blob, file.name);
      setState({ format, is: 'made', file });
    } catch (error) {
      setState({ format, is: 'failed', error });
    }
  };
  return { state, make };
}
