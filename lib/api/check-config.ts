import { readConfig, type Config } from './config';

/** The configuration; ends the process with what is wrong with its environment variables, if anything is. */
export function checkConfig(): Config {
  try {
    return readConfig();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
