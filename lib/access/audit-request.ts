import { z } from 'zod';
import { answerPage } from '../api/answers';
import { pagingOf, pagingShape, readQuery } from '../api/query';
import type { Store } from '../store/store';

/** The parameters of `GET /api/audit`. */
export const auditQuery = z.object(pagingShape);

/** A page of the audit log, last first. */
export async function listAudit(request: Request, store: Store): Promise<Response> {
  return answerPage(request, await store.audit(pagingOf(readQuery(request, auditQuery))));
}
