import { CLITIC } from '../text/clitics';
import { GAP } from '../text/gaps';
import type { Quantity } from './counts';
import type { Reading } from './reading';

/** Forms of being and having that stand between people and their participle. */
export const BE = new Set([
  'was',
  'were',
  'been',
  'being',
  'is',
  'are',
  'be',
  'got',
  'have',
  'has',
  'had',
  'reported',
  'confirmed',
  'feared',
]);

/** `شخصا قتل وستة أصيبوا`: behind إن the people come before their verb. */
export function hasVerbBehind(reading: Reading, { last }: Quantity): boolean {
  const verb = reading.find(last + 1, 'casualty');
  return verb?.sense.form === 'either' && !(verb.clitics & CLITIC.CONJUNCTION) && (reading.gaps[last + 1] ?? GAP.SENTENCE) <= GAP.SPACE;
}

/** "five killed": the count has a word of harm of its own right behind it. */
export function hasOwnHarm(reading: Reading, quantity: Quantity): boolean {
  for (let i = quantity.last + 1; i <= quantity.last + 3; i++) {
    const word = reading.find(i, 'casualty');
    if (word && (word.sense.form === 'before' || word.sense.form === 'either')) return true;
    if (!BE.has(reading.word(i))) return false;
  }
  return false;
}
