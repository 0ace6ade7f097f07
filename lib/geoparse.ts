import type { Gazetteer } from './gazetteer/gazetteer';
import { extractIncidents } from './incidents/extract-incidents';
import { recognize, type RecognitionKnowledge } from './recognition/recognize';
import { homeCountries, type Origin } from './resolution/home';
import { resolve, type ResolutionModel } from './resolution/resolve';
import { detectLanguage } from './text/language';
import type { Lexicon } from './text/lexicon';
import { splitSentences } from './text/sentences';
import type { Tokens } from './text/tokenize';
import type { Article, Incident, Language, Resolution, Span } from './types';

/** Everything the engine knows before it reads: the gazetteer, each language's lexicon, the models' weights. */
export interface Knowledge {
  readonly gazetteer: Gazetteer;
  readonly lexicons: Readonly<Record<Language, Lexicon>>;
  /** Country domains that say nothing about their country. */
  readonly genericDomains: ReadonlySet<string>;
  readonly models: {
    readonly recognition: RecognitionKnowledge['model'];
    readonly roles: Readonly<Record<Language, RecognitionKnowledge['roleWeights']>>;
    readonly resolution: ResolutionModel;
  };
}

export interface Geoparsing {
  readonly language: Language;
  readonly sentences: readonly Span[];
  /** In the order of the text; spans do not overlap. */
  readonly resolutions: readonly Resolution[];
  /** The text as it was cut, for the stages behind. */
  readonly tokens: Tokens;
  readonly gaps: Uint8Array;
}

/** The article is in a language that is not read. */
export class UnknownLanguageError extends Error {
  constructor(readonly got: string | null) {
    super(`language: wanted Arabic (ar) or English (en), got ${got ?? 'a text in neither'}`);
    this.name = 'UnknownLanguageError';
  }
}

/**
 * The pipeline: text to sentences to mentions to resolutions. The only place that knows the order. Pure.
 * Throws UnknownLanguageError for an article that is neither Arabic nor English.
 */
export function geoparse(article: Pick<Article, 'text' | 'language'> & Origin, knowledge: Knowledge): Geoparsing {
  const language = detectLanguage(article.text, article.language);
  if (language === null) throw new UnknownLanguageError(article.language);
  const lexicon = knowledge.lexicons[language];
  const sentences = splitSentences(article.text, lexicon.abbreviations);
  const recognition = recognize(article.text, sentences, language, {
    gazetteer: knowledge.gazetteer,
    lexicon,
    model: knowledge.models.recognition,
    roleWeights: knowledge.models.roles[language],
  });
  const home = homeCountries(article, knowledge.gazetteer, knowledge.genericDomains);
  const resolutions = resolve(recognition, knowledge.gazetteer, knowledge.models.resolution, home);
  const { tokens, gaps } = recognition.context;
  return { language, sentences, resolutions, tokens, gaps };
}

/** Event extraction over a geoparsed article: what it reports, where and when. `place` gives a candidate's place. Pure. */
export function readIncidents(
  { text, publishedAt }: Pick<Article, 'text' | 'publishedAt'>,
  { language, sentences, resolutions, tokens, gaps }: Geoparsing,
  knowledge: Pick<Knowledge, 'gazetteer'>,
): Incident[] {
  const place = (index: number) => knowledge.gazetteer.place(index);
  return extractIncidents({ text, language, publishedAt, sentences, resolutions, tokens, gaps, place });
}
