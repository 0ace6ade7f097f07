import { sizeName, type FigureSize } from './sizes';

/** `incidentmap_ain-al-asad_20240806_a4-landscape-300dpi.png`: the place's English name, the day of making (UTC), the size. */
export function figureFileName(place: string | null, at: Date, size: FigureSize, extension: 'png' | 'pdf' | 'txt'): string {
  const day = at.toISOString().slice(0, 10).replaceAll('-', '');
  return `incidentmap_${slug(place ?? '') || 'article'}_${day}_${sizeName(size)}.${extension}`;
}

/** Longest part of a name that a file's name takes. */
const LONGEST = 40;

/** Small Latin letters, digits and dashes: what every file system and mail program leaves alone. */
function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’ʿʾ]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
