/** The letters that standard Arabic does not use: names with them are Persian, Urdu, Kurdish … */
const ARABIC_ONLY = /^[\u0621-\u063a\u0641-\u064a\s\-()،.]+$/;
const HARAKAT = /[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;

/** Consonants that sound alike share a class. Vowels and half-vowels say nothing and are left out. */
const CLASSES: Record<string, string> = {
  ...letters('b', 'بbpپ'),
  ...letters('t', 'تطثtþ'),
  ...letters('d', 'دضذd'),
  ...letters('k', 'كقckqxgغجj'),
  ...letters('s', 'سصزظشszš'),
  ...letters('h', 'حهخةh'),
  ...letters('f', 'فfv'),
  ...letters('l', 'لl'),
  ...letters('m', 'مm'),
  ...letters('n', 'نn'),
  ...letters('r', 'رr'),
};

/** The text without harakat and tatweel, which map labels draw stretched. */
export function stripHarakat(text: string): string {
  return text.replace(HARAKAT, '');
}

/**
 * The one of a place's names that is standard Arabic and sounds most like its Latin name; null where there is none.
 * GeoNames gives alternate names without their language: Arabic-script ones are Persian and Urdu as well.
 * @param known Arabic words that names of the country's divisions are made of: a seat is often called like its division
 */
export function arabicName(latin: string, names: readonly string[], known: ReadonlySet<string> = new Set()): string | null {
  const wanted = skeleton(latin);
  const candidates = names.map((name) => stripHarakat(name).replace(/،.*/, '').trim()).filter((name) => ARABIC_ONLY.test(name));
  let best: string | null = null;
  let bestCost = Infinity;
  for (const name of candidates) {
    const cost =
      distance(wanted, skeleton(name.replace(/^ال/, ''))) - (name.split(' ').every((word) => known.has(word)) ? 2 : 0) - arabicness(name);
    if (cost < bestCost) [best, bestCost] = [name, cost];
  }
  return best;
}

/** Below 1: what tells an Arabic spelling from a Persian or a copied one where both sound alike. */
function arabicness(name: string): number {
  const letters = [...name].filter((letter) => 'حصضطظعقأإ'.includes(letter)).length;
  return Math.min(0.5, letters * 0.15) + (name.startsWith('ال') ? 0.3 : 0) - name.length / 100;
}

function skeleton(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/^(al|ar|as|ash|ad|an|at|az)[- ]/, '')
    .replace(/([ksdtcg])h/g, '$1');
  let out = '';
  for (const letter of plain) {
    const sound = CLASSES[letter] ?? '';
    if (sound !== out.at(-1)) out += sound;
  }
  return out;
}

function letters(sound: string, all: string): Record<string, string> {
  return Object.fromEntries([...all].map((letter) => [letter, sound]));
}

/** Edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
