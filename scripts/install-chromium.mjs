import { existsSync } from 'node:fs';
import { runStep } from './run-step.mjs';

const chromium = '/usr/bin/chromium';
// Debian's chromium brings no font like Arial: without this one every label is wider than we measure it.
const font = '/usr/share/fonts/truetype/liberation';

/**
 * Sees to it that the tests find Chromium and its font: installs Debian's packages where this process may. Resolves to a
 * sentence that says what to do where it may not, undefined when all is there.
 */
export async function installChromium() {
  const missing = [!existsSync(chromium) && 'chromium', !existsSync(font) && 'fonts-liberation'].filter(Boolean);
  if (missing.length === 0) return undefined;
  const byHand = `Install ${missing.join(' and ')} first (Debian: sudo apt-get install ${missing.join(' ')}); the browser is looked for at ${chromium}.`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return byHand;
  console.log(`Installing ${missing.join(' and ')} (apt-get) …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await runStep('apt-get', ['update', '-q'], quiet);
  const { passed, output } = await runStep('apt-get', ['install', '-qy', '--no-install-recommends', ...missing], quiet);
  return passed ? undefined : `${output}\n${byHand}`;
}
