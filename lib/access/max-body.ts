/** The most that Next keeps of a body that passes the proxy (`proxyClientMaxBodySize`): what is longer would be cut off unsaid. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;
