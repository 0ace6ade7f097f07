import arAbbreviations from '../../data/lexicon/ar/abbreviations.json';
import arAgents from '../../data/lexicon/ar/agents.json';
import arCommonWords from '../../data/lexicon/ar/common-words.json';
import arDemonyms from '../../data/lexicon/ar/demonyms.json';
import arDirections from '../../data/lexicon/ar/directions.json';
import arFamilyNames from '../../data/lexicon/ar/family-names.json';
import arGivenNames from '../../data/lexicon/ar/given-names.json';
import arHeadNouns from '../../data/lexicon/ar/head-nouns.json';
import arLocatives from '../../data/lexicon/ar/locatives.json';
import arMonths from '../../data/lexicon/ar/months.json';
import arNameBuilders from '../../data/lexicon/ar/name-builders.json';
import arNear from '../../data/lexicon/ar/near.json';
import arOrganizations from '../../data/lexicon/ar/organizations.json';
import arRelations from '../../data/lexicon/ar/relations.json';
import arTitles from '../../data/lexicon/ar/titles.json';
import arWeekdays from '../../data/lexicon/ar/weekdays.json';
import enAbbreviations from '../../data/lexicon/en/abbreviations.json';
import enAgents from '../../data/lexicon/en/agents.json';
import enCommonWords from '../../data/lexicon/en/common-words.json';
import enDemonyms from '../../data/lexicon/en/demonyms.json';
import enDirections from '../../data/lexicon/en/directions.json';
import enFamilyNames from '../../data/lexicon/en/family-names.json';
import enGivenNames from '../../data/lexicon/en/given-names.json';
import enHeadNouns from '../../data/lexicon/en/head-nouns.json';
import enLocatives from '../../data/lexicon/en/locatives.json';
import enMonths from '../../data/lexicon/en/months.json';
import enNear from '../../data/lexicon/en/near.json';
import enOrganizations from '../../data/lexicon/en/organizations.json';
import enRelations from '../../data/lexicon/en/relations.json';
import enTitles from '../../data/lexicon/en/titles.json';
import enWeekdays from '../../data/lexicon/en/weekdays.json';
import type { Language } from '../types';
import { Lexicon } from './lexicon';
import { compileRelations } from './relation-patterns';

/** Compiles each language's word lists. `frequency`: everyday words by language, commonest first. */
export function compileLexicons(frequency: Readonly<Record<Language, readonly string[]>>): Record<Language, Lexicon> {
  return {
    ar: Lexicon.compile({
      abbreviations: arAbbreviations,
      agents: arAgents,
      commonWords: arCommonWords,
      demonyms: arDemonyms,
      directions: arDirections,
      familyNames: arFamilyNames,
      givenNames: arGivenNames,
      headNouns: arHeadNouns,
      locatives: arLocatives,
      months: arMonths,
      nameBuilders: arNameBuilders,
      near: arNear,
      organizations: arOrganizations,
      relations: compileRelations(arRelations, arDirections.directions, 'ar'),
      titles: arTitles,
      weekdays: arWeekdays,
      frequency: frequency.ar,
    }),
    en: Lexicon.compile({
      abbreviations: enAbbreviations,
      agents: enAgents,
      commonWords: enCommonWords,
      demonyms: enDemonyms,
      directions: enDirections,
      familyNames: enFamilyNames,
      givenNames: enGivenNames,
      headNouns: enHeadNouns,
      locatives: enLocatives,
      months: enMonths,
      near: enNear,
      organizations: enOrganizations,
      relations: compileRelations(enRelations, enDirections.directions, 'en'),
      titles: enTitles,
      weekdays: enWeekdays,
      frequency: frequency.en,
    }),
  };
}
