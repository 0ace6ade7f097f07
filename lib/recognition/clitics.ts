/** Proclitics are the text's matter and stand in lib/text; recognition reads them under its own roof as before. */
export { CLITIC, CliticReadings, offsetBehind, PREPOSITION } from '../text/clitics';
