import { parentPort } from 'node:worker_threads';
import { doJob } from './do-job';
import type { Job } from './jobs';

parentPort?.on('message', (job: Job) => {
  void doJob(job).then((answer) => parentPort?.postMessage(answer));
});
