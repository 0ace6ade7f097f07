import type { ArticleMap, Language } from '../types';
import { toCsv } from './csv';
import { toGpx } from './gpx';
import { toIncidentsCsv } from './incidents-csv';
import { toKml } from './kml';
import { toKmz } from './kmz';

/** The formats that hold any number of articles. */
export const TABLE_FORMATS = ['csv', 'incidents-csv', 'kml', 'kmz', 'gpx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Articles' maps as one file of a format; `reader`: the language of what the file itself says. */
export function writeTable(format: TableFormat, maps: readonly ArticleMap[], reader: Language): string | Uint8Array {
  switch (format) {
    case 'csv':
      return toCsv(maps);
    case 'incidents-csv':
      return toIncidentsCsv(maps);
    case 'kml':
      return toKml(maps, reader);
    case 'kmz':
      return toKmz(maps, reader);
    case 'gpx':
      return toGpx(maps, reader);
  }
}
