import type { ArticleMap, MapIncident, Review } from '../types';
import type { AddedIncident } from './corrections';
import { editIncident } from './edit-incident';
import { markedMentions } from './marked-mentions';
import { addedIncidentId, draftIncident } from './missed-incident';
import { moveMentions, overlapped } from './move-mentions';
import { placedFeature } from './placed-feature';

/** An incident that the machine missed, among the others in the order of the text. Its place, if looked for, comes with it. */
export function addIncident(map: ArticleMap, text: string, correction: string, change: AddedIncident, review: Review): ArticleMap {
  const { where, fields } = change;
  const id = addedIncidentId(correction, change.trigger);
  if (map.incidents.some((other) => other.id === id)) return map;
  const feature = where && placedFeature(map, text, correction, { where: where.where, mentions: [where.words] }, review);
  const holds =
    where && feature
      ? moveMentions(map, [where.words, ...overlapped(map, [where.words])], feature, review, markedMentions(map, text, [where.words]))
      : map;
  const draft = draftIncident(text, change.trigger, change.evidence, id);
  const incident = editIncident(draft, feature ? { ...fields, placeId: feature.id } : fields, holds, review);
  const told = ({ evidence, spans }: MapIncident) => evidence[0]?.start ?? spans.trigger.start;
  const after = holds.incidents.findIndex((other) => told(other) > told(incident));
  return { ...holds, incidents: holds.incidents.toSpliced(after < 0 ? holds.incidents.length : after, 0, incident) };
}
