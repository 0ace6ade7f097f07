import { z } from 'zod';
import type { Article } from '../types';

/** Longest article that is read, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 1_000_000;
const MAX_TITLE_LENGTH = 1_000;
const MAX_URL_LENGTH = 2_000;

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** The contract's article. Unknown fields are ignored; absent ones become null. */
export const articleSchema = z.object(
  {
    text: z
      .string({ error: 'wanted the article as a string' })
      .min(1, { error: 'wanted at least 1 character', abort: true })
      .max(MAX_TEXT_LENGTH, `wanted at most ${MAX_TEXT_LENGTH} characters`)
      .refine((text) => text.trim() !== '', 'wanted words, not white space alone'),
    title: optional(z.string({ error: 'wanted a string' }).max(MAX_TITLE_LENGTH, `wanted at most ${MAX_TITLE_LENGTH} characters`)),
    url: optional(z.url({ protocol: /^https?$/, error: 'wanted an http or https address' }).max(MAX_URL_LENGTH)),
    source: optional(z.string({ error: 'wanted a string' }).max(MAX_TITLE_LENGTH, `wanted at most ${MAX_TITLE_LENGTH} characters`)),
    publishedAt: optional(
      z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], { error: 'wanted an ISO 8601 date or date-time' }),
    ),
    language: optional(
      z.string({ error: 'wanted a BCP 47 language tag' }).regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'wanted a BCP 47 language tag'),
    ),
  },
  { error: 'wanted an article as a JSON object' },
) satisfies z.ZodType<Article>;

/** An article as a line of `--jsonl` has it: with its own id beside the contract's fields. */
export const articleLineSchema = articleSchema.extend({ id: z.union([z.string(), z.number()]).nullish() });
