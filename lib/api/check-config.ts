import { readConfig } from './config';

/** Ends the process with what is wrong with its environment variables, if anything is. */
export function checkConfig(): void {
  try {
    readConfig();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
