import { createRoot } from 'react-dom/client';
import { provideResources } from '@/components/map/resources';
import { embeddedResources } from '@/components/standalone/resources';
import { Standalone } from '@/components/standalone/Standalone';
import type { StandaloneData } from '@/lib/export/standalone';
import '@/app/globals.css';
import '@/components/standalone/standalone.css';

// The script of a page that was exported: everything it shows stands in the page beside it (lib/export/html.ts).
const data = JSON.parse(part('script[type="application/json"]').textContent) as StandaloneData;
provideResources(embeddedResources(data, part('script[type="text/plain"]').textContent));
createRoot(part('#root')).render(<Standalone data={data} />);

function part(selector: string): Element {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`The page has lost its ${selector}.`);
  return element;
}
