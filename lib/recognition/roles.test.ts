import { sharedEngine } from '../api/geoparse-request';
import { geoparse } from '../geoparse';
import type { Language, Role } from '../types';
import { ROLE_FEATURES } from './roles';

const { knowledge } = sharedEngine();

function roleOf(text: string, name: string, language: Language): Role | undefined {
  return geoparse({ text, language }, knowledge).resolutions.find(({ mention }) => mention.text === name)?.mention.role;
}

describe('the name stands for someone', () => {
  test.each<[Language, string, string]>([
    // The contract's own examples.
    ['ar', 'وسعت بغداد إلى تهدئة التوترات', 'بغداد'],
    ['ar', 'مقاتلون تدعمهم طهران في العراق', 'طهران'],
    ['ar', 'اتهمت طهران إسرائيل بالهجوم', 'طهران'],
    ['ar', 'وقالت واشنطن إنها تدعم الهدنة', 'واشنطن'],
    ['ar', 'وقال متحدث باسم الولايات المتحدة', 'الولايات المتحدة'],
    ['ar', 'محادثات مع واشنطن', 'واشنطن'],
    ['en', 'Tehran denied the report.', 'Tehran'],
    ['en', 'Beijing rejected the claim.', 'Beijing'],
    ['en', 'Talks between Moscow and Kyiv failed.', 'Moscow'],
    ['en', 'Russia said it would respond.', 'Russia'],
    ['en', 'The government of France resigned.', 'France'],
    ['en', 'Iran-backed fighters fled.', 'Iran'],
  ])('%s: %s', (language, text, name) => {
    expect(roleOf(text, name, language)).toBe('associative');
  });
});

describe('the ground itself is meant', () => {
  test.each<[Language, string, string]>([
    ['ar', 'سافر الوزير إلى طهران يوم الأحد', 'طهران'],
    ['ar', 'وقع الزلزال في إيران', 'إيران'],
    ['ar', 'مقاتلون تدعمهم طهران في العراق', 'العراق'],
    ['ar', 'سقط صاروخ على بيروت', 'بيروت'],
    ['ar', 'مقتل جنود بالأردن', 'الأردن'],
    ['en', 'An explosion in Tehran killed four.', 'Tehran'],
    ['en', 'He travelled to Moscow.', 'Moscow'],
    ['en', 'Troops left Kabul.', 'Kabul'],
    ['en', 'The attack in France killed two.', 'France'],
  ])('%s: %s', (language, text, name) => {
    expect(roleOf(text, name, language)).toBe('literal');
  });
});

test("the models' weights are for signals that there are", () => {
  const known = new Set<string>(ROLE_FEATURES);
  for (const language of ['ar', 'en'] as const)
    expect(Object.keys(knowledge.models.roles[language]).filter((feature) => !known.has(feature))).toEqual([]);
});
