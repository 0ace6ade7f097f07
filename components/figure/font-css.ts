/** The families that a figure is set in. */
const FAMILIES = ['Noto Sans', 'Figure Arabic'];

let made: Promise<string> | null = null;

/**
 * The figure's `@font-face` rules with the font files in them: a picture is made from a document of its own, which may fetch
 * nothing. The library that makes it would gather them itself, by a style element that the page's policy forbids.
 */
export function fontCss(): Promise<string> {
  made ??= embed().catch((error: unknown) => {
    made = null;
    throw error;
  });
  return made;
}

async function embed(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => fontRules(sheet, sheet.href ?? location.href));
  return (await Promise.all(rules.map(withFile))).join('\n');
}

interface FontRule {
  readonly css: string;
  readonly base: string;
}

function fontRules(sheet: CSSStyleSheet, base: string): FontRule[] {
  return [...sheet.cssRules].flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const family = rule.style.getPropertyValue('font-family').replace(/["']/g, '');
    return FAMILIES.includes(family) ? [{ css: rule.cssText, base }] : [];
  });
}

async function withFile({ css, base }: FontRule): Promise<string> {
  const [, address] = /url\(\s*["']?([^"')]+)["']?\s*\)/.exec(css) ?? [];
  if (address === undefined || address.startsWith('data:')) return css;
  const response = await fetch(new URL(address, base));
  if (!response.ok) throw new Error(`the font ${address} could not be had (${response.status})`);
  return css.replace(address, await dataUrl(await response.blob()));
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('a font could not be read'));
    reader.readAsDataURL(blob);
  });
}
