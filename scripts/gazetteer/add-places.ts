import { SingleBar } from 'cli-progress';
import { addCity } from './add-cities';
import type { BuildContext } from './context';
import { addAlternates } from './full/add-alternates';
import { addDump, surveyDump } from './full/add-rows';
import type { OnProgress } from './full/dump-lines';
import { mendCity } from './mends';
import { type City, readCities } from './sources';
import { type Survey, SurveyBuilder } from './survey';

let read: City[] | null = null;

/** The package's places, mended, read once: a fifth of a million are no burden. */
function packaged(): readonly City[] {
  return (read ??= Array.from(readCities(), mendCity));
}

/** What the populated places say about divisions: those of a whole dump where its files are given, else the package's. */
export async function surveyPlaces([dump]: readonly string[]): Promise<Survey> {
  if (dump === undefined) {
    const builder = new SurveyBuilder();
    for (const city of packaged()) builder.add(city);
    return builder.finish();
  }
  return withBar('1 of 3  divisions', (onProgress) => surveyDump(dump, onProgress));
}

/** Adds the populated places, and from a whole dump what else it has, with the names of its second file. */
export async function addPopulatedPlaces(context: BuildContext, [dump, alternates]: readonly string[]): Promise<void> {
  if (dump === undefined) {
    for (const city of packaged()) addCity(context, city);
    return;
  }
  const places = await withBar('2 of 3  places   ', (onProgress) => addDump(context, dump, alternates === undefined, onProgress));
  if (alternates !== undefined) await withBar('3 of 3  names    ', (onProgress) => addAlternates(context, alternates, places, onProgress));
}

async function withBar<T>(title: string, work: (onProgress: OnProgress) => Promise<T>): Promise<T> {
  const bar = new SingleBar({ format: `${title} {bar} {percentage} %  {eta_formatted} left`, hideCursor: true, fps: 4 });
  bar.start(1000, 0);
  try {
    return await work((share) => bar.update(Math.round(share * 1000)));
  } finally {
    bar.stop();
  }
}
