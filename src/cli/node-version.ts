/** The oldest Node that runs the command line; `engines` in package.json says the same (a test compares). */
export const oldestNode = '22.12.0';

/** What to tell somebody who starts us on Node `version`, undefined if it is new enough. */
export function nodeRefusal(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  const newEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return newEnough
    ? undefined
    : `procedo needs Node ${oldestNode} or later and was started by Node ${version}: install a newer one from https://nodejs.org.`;
}
