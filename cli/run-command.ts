import { Command, CommanderError, type OptionValues } from 'commander';
import { EXIT, reasonOf } from './output';

/** A command of this name that tells wrong usage with its help, and leaves the exit status to `runCommand`. */
export function newCommand(name: string): Command {
  return new Command(name).exitOverride().showHelpAfterError();
}

/**
 * Reads the process's arguments as the command has them, does the work and sets the exit status: what the work gives;
 * `failed` where it throws, told on standard error under the command's name; `usage` where Commander refuses the arguments.
 */
export async function runCommand<Options extends OptionValues>(
  command: Command,
  work: (options: Options, args: readonly string[]) => Promise<number>,
): Promise<void> {
  try {
    command.parse();
    process.exitCode = await work(command.opts<Options>(), command.args);
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? statusOf(error) : EXIT.failed;
    // Commander has printed its message.
    if (!(error instanceof CommanderError)) console.error(`${command.name()}: ${reasonOf(error)}`);
  }
}

/** Asking for help is no wrong usage. */
function statusOf({ exitCode }: CommanderError): number {
  return exitCode === 0 ? EXIT.done : EXIT.usage;
}
