import { z } from 'zod';
import type { Box } from '../store/queries';
import type { Tally } from '../store/records';
import type { Store } from '../store/store';
import { answerJson } from './answers';
import { incidentFilter, incidentShape } from './incident-query';
import { readQuery } from './query';

/** Parameters of the facets: which incidents. */
export const facetsQuery = z.strictObject(incidentShape);

/** What `GET /api/facets` answers. */
export interface FacetsAnswer {
  /** Incidents that pass the whole filter. */
  readonly total: number;
  /** Values that occur among the incidents that pass all else that is asked for, so that each count is what choosing it would show. */
  readonly types: readonly Tally[];
  readonly statuses: readonly Tally[];
  readonly dates: readonly Tally[];
  /** West, south, east, north of all marks that pass the whole filter; null where there are none. */
  readonly bbox: Box | null;
}

/** Answers `GET /api/facets`: what incidents can be filtered by, counted; dates as exact as they are told. */
export async function listFacets(request: Request, store: Store): Promise<Response> {
  const { types: chosen, statuses: told, from, to, ...rest } = incidentFilter(readQuery(request, facetsQuery));
  const byType = chosen ? { types: chosen } : {};
  const byStatus = told ? { statuses: told } : {};
  const byDay = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const [types, statuses, dates, bbox] = await Promise.all([
    store.tally('type', { ...rest, ...byStatus, ...byDay }),
    store.tally('status', { ...rest, ...byType, ...byDay }),
    store.tally('date', { ...rest, ...byType, ...byStatus }),
    store.extent({ ...rest, ...byType, ...byStatus, ...byDay }),
  ]);
  const passing = types.filter(({ value }) => chosen === undefined || (value !== null && chosen.includes(value)));
  const total = passing.reduce((sum, { incidents }) => sum + incidents, 0);
  return answerJson(request, { total, types, statuses, dates, bbox } satisfies FacetsAnswer);
}
