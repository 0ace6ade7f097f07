import type { ArticleMap, Review, ReviewAction, Span } from '../types';
import { addIncident } from './add-incident';
import type { Change, Correction } from './corrections';
import { editIncident, findIncident } from './edit-incident';
import { markedMentions } from './marked-mentions';
import { moveMentions, overlapped, reviewMentions } from './move-mentions';
import { placedFeature } from './placed-feature';
import { replay } from './replay';
import { settle } from './settle';

/** A correction that points past the article's text: the log belongs to another one. */
export class CorrectionError extends Error {
  constructor(
    readonly correction: string,
    reason: string,
  ) {
    super(`correction ${correction}: ${reason}`);
    this.name = 'CorrectionError';
  }
}

/**
 * The map as the reviewers left it: the machine's map with every correction of the log that holds, in order. Pure; the
 * page, the exports and the server alike go by it. Without corrections that hold it is the same map, the very object.
 * What a correction names and the map does not have is passed over: another version of the engine may read other mentions.
 * @param map the machine's own, as `POST /api/geoparse` gives it
 * @throws CorrectionError where a correction points past the text
 */
export function applyCorrections(map: ArticleMap, text: string, log: readonly Correction[]): ArticleMap {
  const { applied } = replay(log);
  if (applied.length === 0) return map;
  return settle(
    applied.reduce((state, correction) => applyOne(state, text, correction), map),
    map,
  );
}

function applyOne(map: ArticleMap, text: string, correction: Correction): ArticleMap {
  const { change } = correction;
  const beyond = wordsOf(change).find(({ end }) => end > text.length);
  if (beyond) throw new CorrectionError(correction.id, `wanted words within ${text.length} characters, got some that end at ${beyond.end}`);
  switch (change.action) {
    case 'confirm':
      return reviewMentions(map, change.mentions, reviewOf(correction, 'confirm'));
    case 'choose':
    case 'locate': {
      const review = reviewOf(correction, change.action);
      return moveMentions(map, change.mentions, placedFeature(map, text, correction.id, change, review), review);
    }
    case 'remembered': {
      const review: Review = { by: 'machine', remembered: true };
      return moveMentions(map, change.mentions, placedFeature(map, text, correction.id, change, review), review);
    }
    case 'mark': {
      const review = reviewOf(correction, 'mark');
      const feature = placedFeature(map, text, correction.id, change, review);
      const spans = [...change.mentions, ...overlapped(map, change.mentions)];
      return moveMentions(map, spans, feature, review, markedMentions(map, text, change.mentions));
    }
    case 'notPlace':
      return moveMentions(map, change.mentions, 'nowhere', reviewOf(correction, 'confirm'));
    case 'unidentified':
      return moveMentions(map, change.mentions, 'unlocated', reviewOf(correction, 'unidentified'));
    case 'addIncident':
      return addIncident(map, text, correction.id, change, reviewOf(correction, 'add'));
    case 'confirmIncident':
    case 'rejectIncident':
    case 'editIncident':
      return applyToIncident(map, change, correction);
    case 'undo':
    case 'redo':
      return map;
  }
}

/** Every span of the text that a change names. */
function wordsOf(change: Change): Span[] {
  if ('mentions' in change) return change.mentions;
  const actors = ('edit' in change ? change.edit : 'fields' in change ? change.fields : {}).actors ?? [];
  const spans = actors.map(({ span }) => span);
  if (change.action !== 'addIncident') return spans;
  return [change.trigger, ...change.evidence, ...(change.where ? [change.where.words] : []), ...spans];
}

function applyToIncident(map: ArticleMap, change: Extract<Change, { readonly incident: string }>, correction: Correction): ArticleMap {
  const meant = findIncident(map.incidents, change.incident);
  if (!meant) return map;
  if (change.action === 'rejectIncident') return { ...map, incidents: map.incidents.filter((one) => one !== meant) };
  const changed =
    change.action === 'editIncident'
      ? editIncident(meant, change.edit, map, reviewOf(correction, 'edit'))
      : { ...meant, review: reviewOf(correction, 'confirm') };
  return { ...map, incidents: map.incidents.map((one) => (one === meant ? changed : one)) };
}

function reviewOf({ at, by }: Correction, action: ReviewAction): Review {
  return { by: 'human', action, at, initials: by };
}
