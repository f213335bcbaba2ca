/** Why the system could not read a file, as a sentence by the code of its error; `undefined`: there is no such file. */
export function whyUnreadable(error: unknown): string | undefined {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read: check its permissions.';
  if (code === 'EISDIR') return 'This is a folder.';
  return `The file cannot be read (${message}).`;
}
