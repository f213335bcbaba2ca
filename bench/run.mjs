/**
 * `npm run bench [-- NAME…]`: runs every measurement of this folder, or those named, one after the other, and prints their
 * figures. A figure is never a test: machines differ, so each is quoted beside a peer or an empty start of the same run.
 */
import '../scripts/project-node.mjs';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const all = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -'.mjs'.length))
  .sort();
const named = process.argv.slice(2);
const unknown = named.find((name) => !all.includes(name));
if (unknown) {
  console.error(`There is no measurement "${unknown}": name some of ${all.join(', ')}.`);
  process.exit(2);
}

for (const name of named.length > 0 ? named : all) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.mjs`)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
