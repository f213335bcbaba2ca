/** How large a file may be. What is larger is not read: it would fill the memory, and is no model that anybody works on. */

/** 256 MiB: forty times a model of 30,000 drawn elements. */
export const MOST_BYTES = 2 ** 28;

/** What to do about a file that is larger. @param bytes its size */
export function tooLarge(bytes: number): string {
  const size = Math.ceil(bytes / 2 ** 20);
  return `The file has ${size} MiB, and files of more than ${MOST_BYTES / 2 ** 20} MiB are not read. Take what is no model out of it, or give a part of it.`;
}
