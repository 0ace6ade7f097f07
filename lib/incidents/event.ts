import type { Actor, IncidentDate, IncidentStatus, Mention, Span, Toll } from '../types';
import type { DateExpression } from './dates/date-expression';
import type { EventDraft } from './events';
import type { PlaceMention } from './reading';
import type { Harm } from './sense';

/** When an event was, as its sentence says it. */
export interface EventDate {
  readonly date: IncidentDate | null;
  /** Words that count from the event told before. */
  readonly narrative: DateExpression | null;
  /** The day on which it was said, or on which one of its victims died: any other day that is told of the event goes before it, a death's before a speaker's. */
  readonly soft: false | 'said' | 'death';
}

/** An event of one sentence with all that the sentence says of it. */
export interface Event {
  readonly draft: EventDraft;
  readonly type: string;
  readonly subType: string | null;
  /** The words themselves decide the type; otherwise another telling may. */
  readonly sure: boolean;
  readonly place: PlaceMention | null;
  /** Its place, where the gazetteer lacks it: no other place stands in for it. */
  readonly unlocated: Mention | null;
  /** A name that looks like its place, where nothing better is told. */
  readonly guess: Span | null;
  readonly when: EventDate;
  readonly actors: readonly Actor[];
  readonly toll: Toll | null;
  /** Another figure for the killed that the sentence sets beside it. */
  readonly otherToll: Toll | null;
  /** Of whom the toll is told beside those counted before: "another twelve were hurt". */
  readonly adds: readonly Harm[];
  /** The toll is a later one: it "rose to" that. */
  readonly updates: boolean;
  readonly status: IncidentStatus;
  readonly statusSpan: Span | null;
  readonly evidence: Span;
}
