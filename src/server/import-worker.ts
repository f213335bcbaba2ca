/** The thread that models become texts in: a large one takes seconds, and nobody who types waits for it. */
import { parentPort } from 'node:worker_threads';
import { listedProblems, type Problem } from '../base/problem.ts';
import type { ImportResult } from '../protocol/importing.ts';
import { loadImport, noFiles, open } from '../workspace/index.ts';
import { asProblem } from './document-finding.ts';

/** What the server sends. */
export interface ImportOrder {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const { ModelImporter } = await loadImport();
const importer = new ModelImporter();

async function textOf({ path, bytes }: ImportOrder): Promise<ImportResult> {
  const document = await open(path, bytes, noFiles);
  const problems = listedProblems(document.problems).map(asProblem);
  if (document.kind === 'unreadable') return { problems };
  const made = await importer.import(document);
  if ('problems' in made) return { problems: [notAText(made.problems)] };
  return { text: made.text, ...(made.layout !== undefined && { layout: made.layout }), lost: made.lost, problems };
}

function notAText([first]: readonly Problem[]): Problem {
  const message = `The model cannot be a text yet: ${first?.message ?? 'it holds nothing that a text can say.'}`;
  return { severity: 'error', code: 'not-a-text', message, ...(first?.range && { range: first.range }) };
}

// A failure is our mistake: it ends the thread, and the server tells of it.
parentPort?.on('message', async (order: ImportOrder) => parentPort?.postMessage(await textOf(order)));
