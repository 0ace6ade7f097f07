import { figureFileName } from './file-name';
import { figureSize } from './sizes';

const AT = new Date('2024-08-06T23:30:00Z');

it.each([
  ['Ain al-Asad Air Base', 'incidentmap_ain-al-asad-air-base_20240806_a4-landscape-300dpi.png'],
  ["Al 'Azīzīyah", 'incidentmap_al-aziziyah_20240806_a4-landscape-300dpi.png'],
  ['غزة', 'incidentmap_article_20240806_a4-landscape-300dpi.png'],
  ['../../etc/passwd', 'incidentmap_etc-passwd_20240806_a4-landscape-300dpi.png'],
  [null, 'incidentmap_article_20240806_a4-landscape-300dpi.png'],
])('%s', (place, name) => {
  expect(figureFileName(place, AT, figureSize('a4-landscape', 300), 'png')).toBe(name);
});
