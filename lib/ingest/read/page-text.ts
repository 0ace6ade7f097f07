/** As much of a DOM node as is needed to read its text. */
export interface TextNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: TextNode | null;
  readonly nextSibling: TextNode | null;
  readonly parentNode: TextNode | null;
}

const ELEMENT = 1;
const TEXT = 3;
/** What is never part of what a reader reads. */
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'TITLE', 'IFRAME', 'OBJECT', 'SVG', 'MATH', 'BUTTON', 'SELECT', 'TEXTAREA']); /* prettier-ignore */ // names of elements, not a column of them
/** Around these is a line of its own; around the first an empty line too. */
const PARAGRAPHS = new Set(['P', 'BLOCKQUOTE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'DL', 'TABLE', 'PRE', 'FIGURE', 'HR', 'SECTION', 'ARTICLE']); /* prettier-ignore */ // names of elements, not a column of them
const LINES = new Set(['DIV', 'LI', 'DT', 'DD', 'TR', 'FIGCAPTION', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'ADDRESS', 'NAV', 'FORM']);

/** The text below a node as a reader sees it: paragraphs apart, white space folded. Without recursion: a page may nest without end. */
export function pageText(root: TextNode): string {
  const parts: string[] = [];
  const breakLine = (node: TextNode) => {
    const name = node.nodeName.toUpperCase();
    if (PARAGRAPHS.has(name)) parts.push('\n\n');
    else if (LINES.has(name) || name === 'BR') parts.push('\n');
    else if (name === 'TD' || name === 'TH') parts.push(' ');
  };
  let node: TextNode | null = root;
  while (node) {
    if (node.nodeType === TEXT) parts.push((node.nodeValue ?? '').replace(/\s+/g, ' '));
    else if (node.nodeType === ELEMENT) breakLine(node);
    const isSilent = node.nodeType === ELEMENT && SILENT.has(node.nodeName.toUpperCase());
    if (!isSilent && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== root && node.nodeType === ELEMENT) breakLine(node);
    }
    if (!node || node === root) break;
    node = node.nextSibling;
  }
  return parts
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ');
}
