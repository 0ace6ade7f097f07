import packageJson from '../../package.json';

/** The engine's version, as a bundle names it: that of package.json. */
export const ENGINE_VERSION = packageJson.version;
