/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/lib', '<rootDir>/components', '<rootDir>/data', '<rootDir>/cli', '<rootDir>/scripts', '<rootDir>/app'],
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/jest.setup.js'],
  setupFilesAfterEnv: ['@testing-library/jest-dom'],
  transform: {
    '^.+\\.(ts|tsx|js|mjs)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' } },
    ],
  },
  // Packages that ship as ES modules only, which jest cannot load as they are.
  transformIgnorePatterns: [
    '/node_modules/(?!(maplibre-gl|@seriousme|@maplibre|@mapbox|pbf|pmtiles|@turf|topojson-client|tinyld|.*-equals|geokdbush|point-in-polygon-hao|robust-predicates|concaveman|polyclip-ts|splaytree-ts|d3-geo|d3-voronoi|d3-array|kdbush|tinyqueue|quickselect|rbush|csv-stringify|geojson-.*|internmap|skmeans|sweepline-intersections|marchingsquares)/)',
  ],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/$1',
    '^maplibre-gl$': '<rootDir>/node_modules/maplibre-gl/dist/maplibre-gl.mjs',
    '\\.css$': '<rootDir>/scripts/jest/empty.js',
  },
};
