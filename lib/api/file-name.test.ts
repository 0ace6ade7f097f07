import { contentDisposition, fileNameOf } from './file-name';

const article = { id: 'x', language: 'ar', url: null, source: null, sha256: '', length: 1 };

test.each([
  ['هجوم صاروخي على قاعدة', '2024-08-06', 'incidentmap_هجوم-صاروخي-على-قاعدة_20240806.kml'],
  ['Strike: “25%” of a/b\\c?', '2024-08-06T10:00:00Z', 'incidentmap_Strike-“25%”-of-a-b-c_20240806.kml'],
  [null, null, 'incidentmap.kml'],
  ['../../etc/passwd', null, 'incidentmap_..-..-etc-passwd.kml'],
  ['a\r\nSet-Cookie: x=1', null, 'incidentmap_a-Set-Cookie-x=1.kml'],
  // A sign that turns the direction would show "gpj.exe" as another name.
  ['a\u202egpj\u200f', null, 'incidentmap_a-gpj.kml'],
  ['half \ud83d a pair', null, 'incidentmap_half-a-pair.kml'],
  ['...', null, 'incidentmap.kml'],
  ['😀'.repeat(200), null, `incidentmap_${'😀'.repeat(80)}.kml`],
])('%j of %s', (title, publishedAt, wanted) => {
  expect(fileNameOf({ ...article, title, publishedAt }, 'kml')).toBe(wanted);
});

test('an Arabic name is given in full, and an ASCII one beside it', () => {
  expect(contentDisposition('incidentmap_قاعدة_20240806.kml')).toBe(
    `attachment; filename="incidentmap_20240806.kml"; filename*=UTF-8''incidentmap_%D9%82%D8%A7%D8%B9%D8%AF%D8%A9_20240806.kml`,
  );
  expect(contentDisposition("incidentmap_it's-(so)*.kml")).toContain("UTF-8''incidentmap_it%27s-%28so%29%2A.kml");
});
