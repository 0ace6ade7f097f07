import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { codeOf, IngestError } from '../ingest-error';
import type { Answer, Job } from './jobs';

/** Longer than any honest file takes: the largest PDFs take some seconds. */
const READ_MS = 30_000;
/** Of a reader's own memory, in megabytes. Past it the reader ends, and nothing else does. */
const MEMORY_MB = 512;
const READERS = Math.max(1, Math.min(4, availableParallelism() - 1));
/** An idle reader is let go after so long. */
const IDLE_MS = 60_000;

interface Reader {
  readonly worker: Worker;
  idle: NodeJS.Timeout | null;
}

/**
 * Reads files, pages and feeds in threads of their own, with limits on time and memory, and without the environment's
 * secrets: what is made to hang, to fill the memory or to crash takes only its own reader with it.
 */
export class Readers {
  private readonly free: Reader[] = [];
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  /** @param ms how long one job may take @param memoryMb what it may use */
  constructor(
    private readonly ms = READ_MS,
    private readonly memoryMb = MEMORY_MB,
    private readonly count = READERS,
  ) {}

  /** @throws IngestError where the job takes too long or too much */
  async run(job: Job): Promise<Answer> {
    while (this.busy >= this.count) await new Promise<void>((go) => this.waiting.push(go));
    this.busy++;
    const reader = this.free.pop() ?? this.start();
    if (reader.idle) clearTimeout(reader.idle);
    try {
      const answer = await this.ask(reader.worker, job);
      this.release(reader);
      return answer;
    } catch (error) {
      void reader.worker.terminate();
      throw error;
    } finally {
      this.busy--;
      this.waiting.shift()?.();
    }
  }

  /** Ends all that wait for work. */
  async close(): Promise<void> {
    for (const { worker, idle } of this.free.splice(0)) {
      if (idle) clearTimeout(idle);
      await worker.terminate();
    }
  }

  private start(): Reader {
    // By its path and not by an import, so that no bundler takes it apart: it runs from its source.
    const file = pathToFileURL(path.join(/*turbopackIgnore: true*/ process.cwd(), 'lib', 'ingest', 'worker', 'worker.ts')).href;
    const code = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(file)}, ${JSON.stringify(file)}))`;
    const resourceLimits = { maxOldGenerationSizeMb: this.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
    const worker = new Worker(code, { eval: true, execArgv: [], resourceLimits, env: {}, stdout: true, stderr: true });
    // What a reader that is being ended still says is nobody's business.
    worker.on('error', () => undefined);
    worker.stdout.resume();
    worker.stderr.resume();
    return { worker, idle: null };
  }

  private release(reader: Reader): void {
    reader.idle = setTimeout(() => {
      this.free.splice(this.free.indexOf(reader), 1);
      void reader.worker.terminate();
    }, IDLE_MS);
    reader.idle.unref();
    reader.worker.unref();
    this.free.push(reader);
  }

  private ask(worker: Worker, job: Job): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const end = () => {
        clearTimeout(late);
        worker.off('message', succeed).off('error', breakDown).off('exit', leave);
      };
      const fail = (error: Error) => {
        end();
        reject(error);
      };
      const late = setTimeout(() => fail(new IngestError('too-slow', `it takes longer than ${this.ms / 1000} seconds to read`)), this.ms);
      const succeed = (answer: Answer) => {
        end();
        resolve(answer);
      };
      const breakDown = (error: unknown) => fail(toIngestError(error));
      const leave = () => fail(new IngestError('unreadable', 'its reader ended before it was read'));
      worker.on('message', succeed).on('error', breakDown).on('exit', leave);
      worker.ref();
      worker.postMessage(job);
    });
  }
}

function toIngestError(error: unknown): IngestError {
  if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY')
    return new IngestError('too-large', 'it takes more memory to read than a file may', { cause: error });
  const reason = error instanceof Error ? error.message : String(error);
  return new IngestError('unreadable', `its reader broke down: ${reason}`, { cause: error });
}
