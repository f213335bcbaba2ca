/**
 * Writes docs/gallery.md and its pictures from the examples: `node scripts/generate-gallery.ts`. With `--check` it writes nothing
 * and fails where the page or a picture is not what it would write.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { is, readModel } from '../src/model/index.ts';

const root = join(import.meta.dirname, '..');
const examples = 'examples';
const pictures = 'docs/images/gallery';
const page = 'docs/gallery.md';
const command = 'node scripts/generate-gallery.ts';

const head = `# Gallery

The [examples](../${examples}), each with the diagram that Procedo makes of it: nobody has set a position in them. Open the text
below a picture and read the two side by side. (Made by \`${command}\`.)`;

/** Contents by path, from the root of the project. */
type Gallery = ReadonlyMap<string, string>;

function makeGallery(scratch: string): Gallery {
  procedo('render', examples, '-o', join(scratch, 'svg'));
  procedo('export', examples, '-o', join(scratch, 'xml'));
  const gallery = new Map<string, string>();
  const sections: string[] = [];
  for (const file of readdirSync(join(root, examples)).sort()) {
    if (!file.endsWith('.procedo')) continue;
    const name = basename(file, '.procedo');
    gallery.set(`${pictures}/${name}.svg`, readFileSync(join(scratch, 'svg', `${name}.svg`), 'utf8'));
    const title = titleOf(readFileSync(join(scratch, 'xml', `${name}.bpmn`), 'utf8'));
    sections.push(section(name, title, readFileSync(join(root, examples, file), 'utf8')));
  }
  gallery.set(page, `${[head, ...sections].join('\n\n')}\n`);
  return gallery;
}

/** Runs the command line from the sources. */
function procedo(...args: string[]): void {
  const { status } = spawnSync('node', ['scripts/procedo.mjs', ...args], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`procedo ${args[0]} ${examples} has failed.`);
}

/** Heading, what the file says of itself, picture, and the text to read beside it. */
function section(name: string, title: string, text: string): string {
  const file = `${examples}/${name}.procedo`;
  return [
    `## ${title}`,
    openingOf(text),
    `[![${title}](images/gallery/${name}.svg)](images/gallery/${name}.svg)`,
    `<details><summary><code>${file}</code></summary>`,
    `\`\`\`procedo\n${text.trimEnd()}\n\`\`\``,
    '</details>',
  ].join('\n\n');
}

/** The labels of the processes. */
function titleOf(xml: string): string {
  const { definitions } = readModel(xml);
  if (!definitions || !is(definitions, 'bpmn:Definitions')) throw new Error('What was exported cannot be read.');
  const processes = definitions.rootElements.filter((element) => is(element, 'bpmn:Process'));
  return processes.map(({ id, name }) => name ?? id ?? '').join(' · ');
}

/** The comment that a file opens with. */
function openingOf(text: string): string {
  const lines = text.split('\n');
  const comment = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('//')),
  );
  return comment.map((line) => line.slice(2).trim()).join(' ');
}

/** What is in the folder of the pictures and no longer in the gallery. */
function leftovers(gallery: Gallery): string[] {
  const folder = join(root, pictures);
  const there = existsSync(folder) ? readdirSync(folder).map((name) => `${pictures}/${name}`) : [];
  return there.filter((path) => !gallery.has(path));
}

function isStale(path: string, content: string): boolean {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== content;
}

const scratch = mkdtempSync(join(tmpdir(), 'procedo-gallery-'));
try {
  const gallery = makeGallery(scratch);
  const stale = [...gallery].filter(([path, content]) => isStale(path, content));
  const gone = leftovers(gallery);
  if (process.argv.includes('--check')) {
    const wrong = [...stale.map(([path]) => path), ...gone];
    for (const path of wrong) console.error(`${path} is not what the examples make. Run \`${command}\`.`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } else {
    mkdirSync(join(root, pictures), { recursive: true });
    for (const [path, content] of stale) writeFileSync(join(root, path), content);
    for (const path of gone) rmSync(join(root, path));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
