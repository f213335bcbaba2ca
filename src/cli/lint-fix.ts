/** `lint --fix`: files mended, and written. Loaded when somebody asks for it. */
import { type Finding, loadFixes, type SourceDocument, type SourceReader } from '../workspace/index.ts';
import type { LintJob } from './lint-job.ts';
import { writeWhole } from './write-whole.ts';

const { mend } = await loadFixes();

/** What has become of a file; or a line for standard error that says why it could not be mended. */
export type MendedFile =
  | { readonly document: SourceDocument; readonly findings: readonly Finding[]; readonly count: number }
  | { readonly refusal: string };

/** Does all that can be done without asking, and writes the file if anything was done. */
export async function mendFile(
  { document, bytes }: { readonly document: SourceDocument; readonly bytes: Uint8Array },
  job: LintJob,
  lint: (document: SourceDocument) => readonly Finding[],
  reader: SourceReader,
): Promise<MendedFile> {
  const mark = byteOrderMark.every((byte, index) => bytes[index] === byte) ? byteOrderMark : [];
  const encoded = (text: string) => Buffer.concat([Uint8Array.from(mark), Buffer.from(text)]);
  const reopen = (text: string) => reader.open(job.path, encoded(text));
  const mended = await mend(document, { lint, reopen, isWanted: ({ fix }) => fix?.isSafe === true });
  if (mended.count === 0) return mended;
  if (!encoded(document.text).equals(bytes))
    return { refusal: `${job.file}: error: Only files in UTF-8 can be fixed. Save it as UTF-8 first. [fix]` };
  if (job.fix === 'write' && job.bytes === undefined) {
    const refusal = writeWhole(job.path, encoded(mended.document.text));
    if (refusal !== undefined) return { refusal: `${job.file}: error: It cannot be written: ${refusal} [fix]` };
  }
  return mended;
}

/** Of UTF-8: some editors put it at the head of a file, and it stays there. */
const byteOrderMark = [0xef, 0xbb, 0xbf];
