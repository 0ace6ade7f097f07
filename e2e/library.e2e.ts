import library from '../data/messages/en/library.json';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedArticle } from './support/articles';
import { deskTest, type Desk } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';

/** Two reports of the attack that the seed article tells of, one in either language; they differ on how many were hurt. */
const ENGLISH =
  'Rockets hit Ain al-Asad air base in western Iraq on Monday, 5 August 2024. Seven American soldiers were wounded in the rocket attack.';
const ARABIC = 'أصيب خمسة جنود أمريكيين في هجوم صاروخي على قاعدة عين الأسد الجوية غربي العراق يوم الاثنين 5 أغسطس 2024.';

async function post<T>(path: string, body: unknown, method = 'POST'): Promise<T> {
  const response = await fetch(`${process.env.E2E_ORIGIN}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

const save = async (title: string, text: string): Promise<string> =>
  (await post<{ id: string }>('/api/articles', { title, text, source: title, publishedAt: '2024-08-06' })).id;

/** A collection of both reports, made without the page. */
async function makeCollection(name: string): Promise<string> {
  const articles = [await save('Example Wire', ENGLISH), await save('وكالة المثال', ARABIC)];
  const { id } = await post<{ id: string }>('/api/collections', { name });
  await post(`/api/collections/${id}/articles`, { add: articles }, 'PATCH');
  return id;
}

const rows = (desk: Desk) => desk.page.locator('.article-row-title');
const search = (desk: Desk) => desk.page.getByRole('searchbox', { name: library.search.label });

describe('the library', () => {
  deskTest('keeps the article on the desk, and its review, for whoever opens it', {}, async (desk) => {
    await desk.open('/en');
    await desk.page.getByRole('button', { name: library.desk.save, exact: true }).click();
    await desk.page.getByText(library.desk.saved, { exact: true }).waitFor();
    const id = new URL(desk.page.url()).searchParams.get('saved') ?? '';
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    await desk.open(`/en?saved=${id}&review=on&view=places`);
    await desk.page.keyboard.press('Enter');
    const log = async () => {
      const response = await fetch(`${process.env.E2E_ORIGIN}/api/articles/${id}/corrections`);
      return ((await response.json()) as { corrections: unknown[] }).corrections.length;
    };
    await eventually(async () => expect(await log()).toBeGreaterThan(0));
    // Another browser: nothing is kept but what the library keeps.
    await desk.page.evaluate(() => window.localStorage.clear());
    await desk.open(`/ar?saved=${id}`);
    expect(await desk.text.textContent()).toContain(seedArticle.text.slice(0, 40));
    await desk.page.getByRole('tab', { name: messages.ar.views.places }).click();
    await desk.page.getByRole('tabpanel').locator('.checked').first().waitFor();
  });

  deskTest('finds articles by Arabic words however they are spelt, tags them, and puts them into a collection', {}, async (desk) => {
    await save('Example Wire', ENGLISH);
    await save('وكالة المثال', ARABIC);
    await desk.page.goto('/en/library');
    await search(desk).fill('قاعده عين الاسد الجويه');
    await eventually(async () => expect(await rows(desk).allTextContents()).toEqual(['وكالة المثال']));
    expect(new URL(desk.page.url()).searchParams.get('q')).toBe('قاعده عين الاسد الجويه');
    await rows(desk).first().focus();
    await desk.page.keyboard.press('x');
    await desk.page
      .getByRole('textbox', { name: library.selection.addTag })
      .or(desk.page.getByRole('combobox', { name: library.selection.addTag }))
      .fill('حدود');
    await desk.page.getByRole('button', { name: library.selection.add, exact: true }).click();
    await desk.page.locator('.tag', { hasText: 'حدود' }).waitFor();
    await desk.page.getByRole('button', { name: library.manage.make }).click();
    await desk.page.getByRole('textbox', { name: library.manage.new }).fill('Bases');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('combobox', { name: library.selection.toCollection }).selectOption({ label: 'Bases' });
    await desk.page.locator('.shelf-name', { hasText: 'Bases' }).getByText('1').waitFor();
    await desk.page.locator('.shelf-name', { hasText: 'Bases' }).click();
    await search(desk).fill('');
    await eventually(async () => expect(await rows(desk).allTextContents()).toEqual(['وكالة المثال']));
    expect(new URL(desk.page.url()).searchParams.get('collection')).not.toBeNull();
  });

  deskTest('tells which articles are one report, and lists them', {}, async (desk) => {
    const report =
      'A fire swept through a market in Kumasi in Ghana on Monday night and destroyed 300 stalls, the fire service said. Nobody was hurt, but traders who had come to save their goods were kept behind a cordon until the morning. The cause is not known yet, and an inquiry was opened on Tuesday by the regional minister, who promised help to all who lost what they lived on.';
    await save('The First Paper', `KUMASI, Aug 6 - ${report}`);
    await save('The Second Paper', `Kumasi (Wire) - ${report}`);
    await desk.page.goto('/en/library?source=The+First+Paper');
    await desk.page.getByRole('button', { name: 'nearly the same text in 1 other article' }).click();
    await eventually(async () => expect((await rows(desk).allTextContents()).sort()).toEqual(['The First Paper', 'The Second Paper']));
    expect(new URL(desk.page.url()).searchParams.get('alike')).toMatch(/^[0-9a-f]{64}$/);
    await desk.page.getByRole('button', { name: library.search.clear }).click();
    await eventually(async () => expect(await rows(desk).count()).toBeGreaterThan(2));
  });

  deskTest('says that it found nothing, and shows all again', {}, async (desk) => {
    await save('Example Wire', ENGLISH);
    await desk.page.goto('/en/library?q=zzzzzz');
    await desk.page.getByText(library.list.none).waitFor();
    await desk.page.getByRole('button', { name: library.search.clear }).click();
    await rows(desk).first().waitFor();
  });
});

describe('a collection', () => {
  deskTest('shows an event told by two articles once, side by side, until the link is cut; and links it again', {}, async (desk) => {
    const id = await makeCollection('Ain al-Asad');
    await desk.open(`/en/library/${id}`);
    const entries = desk.page.locator('button.incident');
    const shared = entries.filter({ hasText: 'Told by 2 articles' });
    await shared.click();
    await desk.card.waitFor();
    await desk.card.getByText('They differ on toll').waitFor();
    const words = await desk.card.textContent();
    for (const said of ['Example Wire', 'وكالة المثال', '7 injured', '5 injured']) expect(words).toContain(said);
    const before = await entries.count();
    await desk.card.getByRole('button', { name: library.event.cut }).click();
    await desk.page.getByText(library.event.cutDone).waitFor();
    await eventually(async () => expect(await entries.count()).toBe(before + 1));
    expect(await shared.count()).toBe(0);
    const apart = desk.page.locator('button.incident', { hasText: '5 August 2024' });
    await apart.filter({ hasText: '7 injured' }).click();
    await desk.card.getByRole('button', { name: library.event.link }).click();
    await apart.filter({ hasText: '5 injured' }).click();
    await desk.page.getByText(library.event.linkDone).waitFor();
    await eventually(async () => expect(await shared.count()).toBe(1));
  });

  deskTest('is filtered, and comes as a file', { acceptDownloads: true }, async (desk) => {
    const id = await makeCollection('As a file');
    await desk.open(`/en/library/${id}`);
    await desk.page.locator('.filters > summary').click();
    await desk.page.getByLabel('From', { exact: true }).fill('2030-01-01');
    await desk.page.getByText(library.collection.noneLeft).waitFor();
    await desk.page.getByRole('button', { name: 'Show all' }).click();
    await desk.page.locator('button.incident').first().waitFor();
    await desk.page.getByRole('button', { name: library.collection.export }).click();
    const [file] = await Promise.all([
      desk.page.waitForEvent('download'),
      desk.page.getByRole('link', { name: library.export['incidents-csv'] }).click(),
    ]);
    const at = path.join(tmpdir(), `incidentmap-e2e-${process.pid}-${file.suggestedFilename()}`);
    await file.saveAs(at);
    const text = await readFile(at, 'utf8');
    expect(text.split('\r\n')[0]).toContain('event_id,event_date');
    expect(text).toContain('2024-08-05');
    const geojson = (await (await fetch(`${process.env.E2E_ORIGIN}/api/collections/${id}/export?format=geojson`)).json()) as {
      features: unknown[];
    };
    expect(geojson.features.length).toBeGreaterThan(1);
  });

  deskTest('is told in numbers, as plots and as tables', {}, async (desk) => {
    const id = await makeCollection('In numbers');
    await desk.page.goto(`/ar/library/${id}/summary`);
    await desk.page.locator('.plot svg rect').first().waitFor();
    expect(await desk.page.locator('.summary-part table').first().textContent()).toContain('2');
  });
});
