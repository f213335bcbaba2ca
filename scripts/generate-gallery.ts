/**
 * Writes docs/gallery.md and its pictures from the examples, and the pictures of texts in other pages (`block-pictures.ts`, `comparison-pictures.ts`):
 * `node scripts/generate-gallery.ts`. With `--check` it writes nothing and fails where the page or a picture is not what it would write.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { is, readModel } from '../src/model/index.ts';
import { drawBlocks, textPictures } from './block-pictures.ts';
import { compareBlocks, comparisonPictures } from './comparison-pictures.ts';

const root = join(import.meta.dirname, '..');
const examples = 'examples';
const pictures = 'docs/images/gallery';
const page = 'docs/gallery.md';
const command = 'node scripts/generate-gallery.ts';

const head = `# Gallery

The [examples](../${examples}), each with the diagrams that Procedo makes of it: nobody has set a position in them. Open the text
below a picture and read the two side by side. A text with processes and cases has a picture of the processes and one of each case. (Made by \`${command}\`.)`;

/** Contents by path, from the root of the project. */
type Gallery = ReadonlyMap<string, string>;

/** What is drawn of one notation in an example. */
interface Drawn {
  readonly title: string;
  readonly picture: string;
  readonly svg: string;
}

const notations = ['bpmn', 'cmmn'] as const;

function makeGallery(scratch: string): Gallery {
  const xml = join(scratch, 'xml');
  procedo('export', examples, '-o', xml);
  for (const notation of notations) {
    const files = readdirSync(xml).filter((file) => file.endsWith(`.${notation}`));
    // A case has a diagram of its own; of processes the first diagram shows all that hang together.
    const which = notation === 'cmmn' ? ['--all'] : [];
    procedo('render', ...files.map((file) => join(xml, file)), ...which, '-o', join(scratch, notation));
  }
  const gallery = new Map<string, string>();
  const sections: string[] = [];
  for (const file of readdirSync(join(root, examples)).sort()) {
    if (!file.endsWith('.procedo')) continue;
    const name = basename(file, '.procedo');
    const text = readFileSync(join(root, examples, file), 'utf8');
    const drawn = drawnOf(scratch, name, text);
    for (const { picture, svg } of drawn) gallery.set(`${pictures}/${picture}`, svg);
    sections.push(section(name, drawn, text));
  }
  gallery.set(page, `${[head, ...sections].join('\n\n')}\n`);
  const blocks = drawBlocks(root, scratch, (from, to) => procedo('render', from, '-o', to));
  const comparisons = compareBlocks(root, scratch, (folder, ...options) =>
    printed(folder, 'diff', 'before.procedo', 'after.procedo', ...options),
  );
  return new Map([...gallery, ...blocks, ...comparisons]);
}

/** Processes and cases, in the order in which the text comes to them. */
function drawnOf(scratch: string, name: string, text: string): Drawn[] {
  const isCaseFirst = text.search(/^case /m) < text.search(/^process /m);
  return (isCaseFirst ? notations.toReversed() : notations)
    .filter((notation) => existsSync(join(scratch, 'xml', `${name}.${notation}`)))
    .flatMap((notation) => {
      const titles = titlesOf(readFileSync(join(scratch, 'xml', `${name}.${notation}`), 'utf8'));
      if (notation === 'bpmn') return [drawnIn(scratch, titles.join(' · '), `bpmn/${name}.svg`, `${name}.svg`)];
      return titles.map((title, index) => {
        const picture = index === 0 ? `${name}.cmmn.svg` : `${name}.${index + 1}.cmmn.svg`;
        return drawnIn(scratch, title, `cmmn/${name}.CMMNDiagram_${index + 1}.svg`, picture);
      });
    });
}

function drawnIn(scratch: string, title: string, path: string, picture: string): Drawn {
  return { title, picture, svg: readFileSync(join(scratch, path), 'utf8') };
}

/** Runs the command line from the sources. */
function procedo(command: string, ...args: string[]): void {
  const { status } = spawnSync('node', ['scripts/procedo.mjs', command, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error(`procedo ${command} has failed.`);
}

/** What the command line prints that runs in a folder. */
function printed(folder: string, command: string, ...args: string[]): string {
  const { status, stdout } = spawnSync('node', [join(root, 'scripts/procedo.mjs'), command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 2],
  });
  if (status !== 0) throw new Error(`procedo ${command} has failed.`);
  return stdout;
}

/** Heading, what the file says of itself, pictures, and the text to read beside them. */
function section(name: string, drawn: readonly Drawn[], text: string): string {
  const file = `${examples}/${name}.procedo`;
  return [
    `## ${drawn.map(({ title }) => title).join(' · ')}`,
    openingOf(text),
    ...drawn.map(({ title, picture }) => `[![${title}](images/gallery/${picture})](images/gallery/${picture})`),
    `<details><summary><code>${file}</code></summary>`,
    `\`\`\`procedo\n${text.trimEnd()}\n\`\`\``,
    '</details>',
  ].join('\n\n');
}

/** The labels of the processes, or of the cases. */
function titlesOf(xml: string): string[] {
  const { definitions } = readModel(xml);
  if (!definitions) throw new Error('What was exported cannot be read.');
  const owners = is(definitions, 'cmmn:Definitions')
    ? definitions.cases
    : definitions.rootElements.filter((element) => is(element, 'bpmn:Process'));
  return owners.map(({ id, name }) => name ?? id ?? '');
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

/** What is in the folders of the pictures and no longer made. */
function leftovers(gallery: Gallery): string[] {
  const there = [pictures, textPictures, comparisonPictures].flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [],
  );
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
    for (const path of wrong) console.error(`${path} is not what its text makes. Run \`${command}\`.`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } else {
    for (const [path, content] of stale) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    for (const path of gone) rmSync(join(root, path));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
