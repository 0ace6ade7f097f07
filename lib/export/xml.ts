/** A piece of XML that is already written, and safe to put into another. */
export type Xml = string & { readonly __xml: unique symbol };

/** A whole XML 1.0 document, to be stored as UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** An element and its children, in their order; null leaves one out. */
export function element(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly (Xml | null)[]): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${written.join('')}>${children.filter((child) => child !== null).join('\n')}</${name}>` as Xml;
}

/** An element that holds text, which is escaped; null where there is none: what an article does not say leaves no element. */
export function textElement(name: string, text: string | number | null): Xml | null {
  return text === null || text === '' ? null : (`<${name}>${escapeXml(String(text))}</${name}>` as Xml);
}

/** Text for XML, or for HTML within it. */
export function escapeXml(text: string): string {
  return text.replace(NO_XML_CHARACTER, '\ufffd').replace(/[&<>"\r]/g, (char) => ESCAPES[char] ?? char);
}

/** What XML 1.0 cannot hold in any form: most control characters, and halves of surrogate pairs. */
const NO_XML_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would turn a bare carriage return into a line feed.
  '\r': '&#13;',
};
