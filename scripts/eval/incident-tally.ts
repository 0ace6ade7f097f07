import type { ArticleScore } from './incident-score';
import { rates, type Rates } from './score';

/** Sums of scores over articles, as the figures that are reported. */
export class IncidentTally {
  articles = 0;
  forbiddenHits = 0;
  private wanted = 0;
  private invented = 0;
  private readonly scores: ArticleScore['matches'][number][] = [];

  add(score: ArticleScore): void {
    this.articles++;
    this.forbiddenHits += score.forbiddenHits.length;
    this.wanted += score.matches.length + score.missed.length;
    this.invented += score.invented.length;
    this.scores.push(...score.matches);
  }

  get incidents(): Rates {
    return rates(this.scores.length, this.scores.length + this.invented, this.wanted);
  }

  /** Shares of the matched incidents, 0 to 1; null where there is none to judge. */
  get dateExact(): number | null {
    return share(this.scores.map((match) => match.dateExact));
  }

  get casualtiesExact(): number | null {
    return share(this.scores.map((match) => match.casualtiesExact));
  }

  get statusRight(): number | null {
    return share(this.scores.map((match) => match.statusRight));
  }

  get typeRight(): number | null {
    return share(this.scores.map((match) => match.typeRight));
  }

  /** Of the incidents of which sources give different tolls, those whose tolls are all listed. */
  get tollsListed(): number | null {
    return share(this.scores.map((match) => match.tollsListed));
  }
}

function share(judged: readonly (boolean | null)[]): number | null {
  const some = judged.filter((one) => one !== null);
  return some.length === 0 ? null : some.filter(Boolean).length / some.length;
}
