import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fonts from '../../data/map/fonts.json';

/** Copies the fonts that the labels use out of the packages (OFL 1.1) to where the map loads them. */
export function copyFonts(root: string, target: string): number {
  mkdirSync(target, { recursive: true });
  const files = new Map(Object.values(fonts).flatMap((faces) => faces.map((face) => [face.file, face.package] as const)));
  for (const [file, name] of files) copyFileSync(join(root, 'node_modules', name, 'files', file), join(target, file));
  return files.size;
}
