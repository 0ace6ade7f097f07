/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { Gazetteer, NONE } from '../../../lib/gazetteer/gazetteer';
import { lookup } from '../../../lib/gazetteer/lookup';
import { ABBREVIATION, PRIMARY } from '../../../lib/gazetteer/name-flags';
import type { BuildContext } from '../context';
import { IndexBuilder } from '../index-builder';
import { packGazetteer } from '../pack';
import { addAlternates } from './add-alternates';
import { addDump, surveyDump } from './add-rows';
import { dumpLines } from './dump-lines';

const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Rows in the form of GeoNames' main table; the places and their numbers are made up. */
const row = (id: number, name: string, alternates: string, cls: string, code: string, a1 = '01', population = 0): string =>
  [id, name, name, alternates, 33.5, 43.1, cls, code, 'IQ', '', a1, '', '', '', population, '', '', 'Asia/Baghdad', '2024-01-01'].join(
    '\t',
  );
const DUMP = [
  row(900000001, 'Madinat Ustura', 'Ustura,مدينة أسطورة,شهر اسطوره‌ای', 'P', 'PPLA', '01', 250_000),
  row(900000002, 'Muhafazat Ustura', 'Ustura Governorate', 'A', 'ADM1'),
  row(900000003, 'Nahr al Khayal', '', 'H', 'STM'),
  row(900000004, 'Jabal al Wahm', 'جبل الوهم', 'T', 'MT'),
  row(900000005, 'Mukhayyam as Sarab', '', 'S', 'CMPRF'),
  row(900000006, 'Funduq as Sarab', '', 'S', 'HTL'),
  row(900000007, 'Kharab', '', 'P', 'PPLH'),
].join('\n');
const name = (place: number, language: string, text: string, flags = '\t\t\t'): string => `1\t${place}\t${language}\t${text}\t${flags}\t\t`;
const NAMES = [
  name(900000001, 'ar', 'مدينة الأسطورة', '1\t\t\t'),
  name(900000001, 'fa', 'شهر افسانه'),
  name(900000001, 'en', 'Fableton', '1\t\t\t'),
  name(900000001, 'en', 'Oldfable', '\t\t\t1'),
  name(900000001, 'abbr', 'FBL'),
  name(900000001, 'link', 'https://example.org/Fableton'),
  name(900000003, 'ar', 'نهر الخيال'),
  name(900000006, 'ar', 'فندق السراب'),
].join('\n');

async function built(dump: string, names?: string): Promise<Gazetteer> {
  const builder = new IndexBuilder();
  const context: BuildContext = {
    builder,
    survey: await surveyDump(dump, () => undefined),
    aliases: new Map(),
    curatedById: new Map(),
    divisions: new Map(),
  };
  const division = builder.add({
    ...{ id: 'admin1:IQ.01', kind: 'admin1', featureCode: 'ADM1', country: 'IQ', lon: 43, lat: 33, population: 0, admin1: NONE },
    ...{ admin2: NONE, en: 'Ustura', ar: null, names: [], fame: 100, flags: 0 },
  });
  context.divisions.set('IQ.01', division);
  const places = await addDump(context, dump, names === undefined, () => undefined);
  if (names !== undefined) await addAlternates(context, names, places, () => undefined);
  return Gazetteer.from(packGazetteer(builder, [], new Set(), new Set(), ['test']));
}

/** A zip file of one deflated entry beside a smaller one, as GeoNames packs alternateNamesV2 with its list of languages. */
function zipped(path: string, entries: Record<string, string>): string {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [file, text] of Object.entries(entries)) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(file), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(file)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  writeFileSync(path, Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]));
  return path;
}

function crc32(data: Buffer): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function plain(file: string, text: string): string {
  writeFileSync(join(folder, file), text);
  return join(folder, file);
}

const ids = (gazetteer: Gazetteer, text: string): string[] => lookup(gazetteer, text).map(({ place }) => gazetteer.id(place));

test('a dump alone: settled places and listed features, names of both scripts, no ghost towns and no hotels', async () => {
  const gazetteer = await built(plain('allCountries.txt', DUMP));
  expect(gazetteer.place(gazetteer.indexOf('geonames:900000001'))).toMatchObject({
    ...{ kind: 'city', names: { en: 'Madinat Ustura', ar: 'مدينة أسطورة' }, population: 250_000, admin1: { en: 'Ustura' } },
  });
  expect(ids(gazetteer, 'Ustura')).toContain('geonames:900000001');
  expect(ids(gazetteer, 'جبل الوهم')).toEqual(['geonames:900000004']);
  expect(gazetteer.place(gazetteer.indexOf('geonames:900000005')).kind).toBe('camp');
  expect(gazetteer.place(gazetteer.indexOf('geonames:900000003')).kind).toBe('river');
  expect(gazetteer.indexOf('geonames:900000006')).toBe(-1);
  expect(gazetteer.indexOf('geonames:900000007')).toBe(-1);
});

test('a division that is known already gets the names and does not come twice', async () => {
  const gazetteer = await built(plain('allCountries.txt', DUMP));
  expect(gazetteer.indexOf('geonames:900000002')).toBe(-1);
  expect(ids(gazetteer, 'Muhafazat Ustura')).toEqual(['admin1:IQ.01']);
});

test('with a second file names come by language: Arabic is not Persian, and neither historic names nor links count', async () => {
  const gazetteer = await built(plain('allCountries.txt', DUMP), plain('alternateNamesV2.txt', NAMES));
  expect(gazetteer.place(gazetteer.indexOf('geonames:900000001')).names.ar).toBe('مدينة الأسطورة');
  expect(ids(gazetteer, 'شهر افسانه')).toEqual([]);
  expect(ids(gazetteer, 'Oldfable')).toEqual([]);
  // The row's own alternates say no language, so that they stand back.
  expect(ids(gazetteer, 'مدينة أسطورة')).toEqual([]);
  expect(ids(gazetteer, 'نهر الخيال')).toEqual(['geonames:900000003']);
  expect(lookup(gazetteer, 'Fableton')[0]?.flags).toBe(PRIMARY);
  expect(lookup(gazetteer, 'FBL')[0]?.flags).toBe(ABBREVIATION);
});

test('zip files as they are downloaded give the same', async () => {
  const text = await built(plain('allCountries.txt', DUMP), plain('alternateNamesV2.txt', NAMES));
  const dump = zipped(join(folder, 'allCountries.zip'), { 'allCountries.txt': DUMP });
  const names = zipped(join(folder, 'alternateNamesV2.zip'), {
    'iso-languagecodes.txt': 'ara\tara\tar\tArabic\n',
    'alternateNamesV2.txt': NAMES,
  });
  expect((await built(dump, names)).version).toBe(text.version);
});

test('lines are whole across chunks, and progress ends at 1', async () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `${i}\tمكان`);
  const path = plain('long.txt', lines.join('\r\n'));
  const read: string[] = [];
  let share = 0;
  for await (const line of dumpLines(path, (now) => (share = now))) read.push(line);
  expect(read).toEqual(lines);
  expect(share).toBe(1);
});

test('a row that is none is named with its file and line', async () => {
  const path = plain('broken.txt', `${DUMP}\n1\ta\tb\tc\t1\t2\tP\tPPL`);
  await expect(built(path)).rejects.toThrow(/broken\.txt, line 8: wanted 19 tab-separated columns, got 8/);
});
