import seed from '../../data/articles/ain-al-asad.json';
import { mapArticle } from '../../lib/api/engine';
import { sharedEngine } from '../../lib/api/geoparse-request';
import type { Article, ArticleMap } from '../../lib/types';

/** The first sample article: a press article in Arabic with areas, points, dated incidents and one that is only feared. */
export const SAMPLE: Article = {
  text: seed.text,
  title: seed.title,
  url: 'https://example.com/news?id=1&lang=ar',
  source: 'AFP',
  publishedAt: seed.publishedAt,
  language: null,
};

export function sampleMap(): ArticleMap {
  return mapArticle(SAMPLE, sharedEngine(), 'ar');
}
