import { z } from 'zod';
import { pagingShape } from '../../query';
import { pageForm } from '../forms';
import { json, type Operation } from '../operation';

const role = z.enum(['reader', 'analyst', 'admin']);
const who = z.object({ name: z.string().nullable(), role, via: z.enum(['session', 'token', 'local']) });
const entry = z.object({
  at: z.iso.datetime(),
  who: z.string().nullable(),
  role: role.nullable(),
  via: z.enum(['session', 'token', 'local', 'command', 'nobody']),
  action: z.string(),
  outcome: z.enum(['allowed', 'refused']),
  from: z.string().nullable(),
});
const form = z.object({
  name: z.string(),
  password: z.string(),
  locale: z.enum(['ar', 'en']).optional(),
  next: z.string().optional(),
});
const urlencoded = (schema: z.ZodType) => ({ mediaType: 'application/x-www-form-urlencoded', schema });

/** Who asks, and what was done. */

export const ACCESS_OPERATIONS: readonly Operation[] = [
  { id: 'getSession', method: 'get', path: '/api/session', group: 'access', answers: { 200: json(who) } },
  { id: 'signIn', method: 'post', path: '/api/session', group: 'access', body: urlencoded(form), answers: { 303: null } },
  {
    id: 'signOut',
    method: 'post',
    path: '/api/session/end',
    group: 'access',
    body: urlencoded(form.pick({ locale: true })),
    answers: { 303: null },
  },
  {
    id: 'listAudit',
    method: 'get',
    path: '/api/audit',
    group: 'access',
    query: z.object(pagingShape),
    answers: { 200: json(pageForm(entry)) },
  },
];
