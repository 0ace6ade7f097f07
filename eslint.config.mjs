import next from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import boundaries from 'eslint-plugin-boundaries';
import importX from 'eslint-plugin-import-x';

/** The folders of docs/architecture.md, and which may import which: from the text up to the page, never back. */
const LAYERS = {
  types: [],
  text: ['types', 'data'],
  gazetteer: ['types', 'text', 'data'],
  recognition: ['types', 'text', 'gazetteer'],
  resolution: ['types', 'text', 'gazetteer', 'recognition'],
  incidents: ['types', 'text', 'data'],
  geojson: ['types'],
  figure: ['types'],
  review: ['types', 'text', 'geojson', 'data'],
  store: ['types', 'text'],
  ingest: ['types', 'text'],
  collections: ['types', 'text', 'store'],
  export: ['types', 'gazetteer', 'geojson', 'review', 'geoparse', 'data'],
  geoparse: ['types', 'text', 'gazetteer', 'recognition', 'resolution', 'incidents'],
  api: [
    'types',
    'text',
    'gazetteer',
    'recognition',
    'resolution',
    'geojson',
    'review',
    'geoparse',
    'export',
    'store',
    'ingest',
    'collections',
    'rights',
    'data',
  ],
  access: ['types', 'store', 'api', 'rights', 'data'],
  rights: ['types', 'store'],
  components: ['types', 'review', 'figure', 'components', 'data'],
  app: ['types', 'api', 'access', 'rights', 'components', 'data'],
  cli: ['types', 'api', 'access', 'rights', 'review', 'figure', 'export', 'store', 'ingest', 'cli'],
};
const FOLDERS = Object.keys(LAYERS).filter((layer) => !['types', 'geoparse', 'components', 'app', 'cli'].includes(layer));

export default [
  { ignores: ['.next/', 'data/build/', 'public/', 'node_modules/', 'next-env.d.ts', 'coverage/', '.wireit/'] },
  ...next,
  ...nextTypescript,
  {
    plugins: { boundaries, 'import-x': importX },
    settings: {
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'boundaries/include': ['app/**', 'components/**', 'lib/**', 'cli/**', 'data/**'],
      'boundaries/ignore': ['**/*.test.ts', '**/*.test.tsx', '**/*.test-data.ts'],
      'boundaries/elements': [
        { type: 'types', pattern: 'lib/types.ts', partialMatch: false },
        { type: 'geoparse', pattern: 'lib/geoparse.ts', partialMatch: false },
        ...FOLDERS.map((type) => ({ type, pattern: `lib/${type}/**`, partialMatch: false })),
        { type: 'components', pattern: 'components/**', partialMatch: false },
        { type: 'app', pattern: ['app/**', 'proxy.ts'], partialMatch: false },
        { type: 'cli', pattern: 'cli/**', partialMatch: false },
        { type: 'data', pattern: 'data/**', partialMatch: false },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            ...Object.entries(LAYERS).map(([from, allow]) => ({
              from: { element: { type: from } },
              allow: { to: { element: { types: { anyOf: [...allow, from] } } } },
            })),
            // The page speaks the forms of the API and of the exports; it never runs their code.
            {
              from: { element: { type: 'components' } },
              allow: { to: { element: { types: { anyOf: ['api', 'export', 'store'] } } }, dependency: { kind: 'type' } },
            },
            { allow: { to: { module: { origin: 'external' } } } },
            { allow: { to: { module: { origin: 'core' } } } },
          ],
        },
      ],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['lib/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['next', 'next/*', 'react', 'react-dom', 'maplibre-gl'], message: 'The engine knows neither page nor map.' }],
        },
      ],
    },
  },
];
