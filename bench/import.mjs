/**
 * XML → text and layout file → XML over a folder of models: node bench/import.mjs [folder] [--files]
 * Whether each comes back as the same model, drawing and all, and its text as the same text; how near the texts come to those of a person; and files per
 * second beside bpmn-moddle's reading and writing of the same files, in this process and for the command line, each in a process of its own.
 * PROCEDO_SHARED names the folder that holds corpus/ and tools/; `--files` names what differs, and where.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BpmnModdle } from 'bpmn-moddle';
import { measureCommands } from './parts/import-commands.mjs';
import { loadBundled } from './parts/load-bundled.mjs';

const shared = resolve(import.meta.dirname, '..', process.env.PROCEDO_SHARED ?? '../shared');
const isToName = process.argv.includes('--files');
const [folder = join(shared, 'corpus/bpmn')] = process.argv.slice(2).filter((word) => word !== '--files');
const judge = join(shared, 'tools/same-model/compare.mjs');

/** Differences named of one file. */
const NAMED = 4;
/** The figure of lines counts from so many flow nodes on: in smaller files the head weighs more than the body. */
const LEAST_NODES = 10;

async function measure() {
  // The tool finds its XML parser among the packages of the project.
  registerHooks({
    resolve: (name, context, next) =>
      next(name, name === 'saxes' ? { ...context, parentURL: import.meta.url } : context),
  });
  const { compare, describe } = await import(pathToFileURL(judge).href);
  const road = new Road(
    await loadBundled(`export { exportXml, loadImport, SourceReader } from './src/workspace/index.ts';`),
  );
  await road.start();
  const moddle = new BpmnModdle();
  const rows = new Map();
  const times = { import: 0, export: 0, moddle: 0 };
  const texts = [];
  for (const name of filesIn(folder)) {
    const bytes = readFileSync(join(folder, name));
    const row = rowOf(rows, dirname(name).split('/')[0]);
    const made = await timed(times, 'import', () => road.import(name, bytes));
    if (!made) continue;
    row.files++;
    await timed(times, 'moddle', () => withModdle(moddle, bytes));
    if (made.refused !== undefined) {
      row.refused++;
      if (isToName) console.log(`${name}: refused: ${made.refused}`);
      continue;
    }
    const xml = await timed(times, 'export', () => road.export(made));
    const found = xml === undefined ? undefined : compare(bytes, Buffer.from(xml), {});
    const isEqual = found?.length === 0;
    row[isEqual ? 'equal' : 'different']++;
    if (isToName && !isEqual) console.log([`${name}: different`, ...told(found, describe)].join('\n  '));
    if (isToName && isEqual !== (made.lost.length === 0))
      console.log([`${name}: the import tells otherwise`, ...made.lost.slice(0, NAMED)].join('\n  '));
    const again = xml === undefined ? undefined : await road.import(name, Buffer.from(xml));
    const isStill = again?.text === made.text && again.layout === made.layout;
    if (isStill) row.still++;
    else if (isToName)
      console.log(`${name}: another ${again?.text === made.text ? 'layout file' : 'text'} the second time`);
    texts.push({ ...made.statistics(), ...countedLines(made.text) });
  }
  print(rows, times, texts);
}

class Road {
  #parts;
  #importer;
  #reader;
  /** The layout file of the text that is opened. */
  #layout = '';

  constructor(parts) {
    this.#parts = parts;
  }

  async start() {
    const { ModelImporter } = await this.#parts.loadImport();
    this.#importer = new ModelImporter();
    this.#reader = new this.#parts.SourceReader({
      read: async (path) => (path.endsWith('.layout') ? Buffer.from(this.#layout) : undefined),
      siblings: async () => [],
    });
  }

  /** Undefined for a file that holds no model of processes. */
  async import(name, bytes) {
    const source = await this.#reader.open(name, bytes);
    if (source.kind !== 'bpmn') return undefined;
    try {
      const made = await this.#importer.import(source);
      return 'problems' in made ? { refused: made.problems[0]?.message ?? '' } : made;
    } catch (error) {
      return { refused: `throws: ${error.stack}` };
    }
  }

  async export({ text, layout }) {
    this.#layout = layout;
    return this.#parts.exportXml(await this.#reader.open('bench.procedo', Buffer.from(text)));
  }
}

function filesIn(root) {
  if (statSync(root).isFile()) return [''];
  return readdirSync(root, { recursive: true })
    .filter((name) => /\.(bpmn|xml)$/.test(name))
    .sort();
}

function rowOf(rows, name) {
  const row = rows.get(name) ?? { files: 0, equal: 0, different: 0, refused: 0, still: 0 };
  rows.set(name, row);
  return row;
}

async function timed(times, what, work) {
  const start = performance.now();
  const value = await work();
  times[what] += performance.now() - start;
  return value;
}

async function withModdle(moddle, bytes) {
  const read = await moddle.fromXML(bytes.toString()).catch(() => undefined);
  if (read) await moddle.toXML(read.rootElement, { format: true });
}

/** Lines with something in them, and those of a brace alone; whether vendors say something of a step, which then has no line with others. */
function countedLines(text) {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const braces = lines.filter((line) => line === '{' || line === '}').length;
  return { all: lines.length, braces, isVendors: /^ {4,}@/m.test(text) };
}

function medianPerNode(texts, key) {
  const sorted = texts.map((text) => text[key] / text.flowNodes).toSorted((a, b) => a - b);
  return (sorted[sorted.length >> 1] ?? 0).toFixed(2);
}

function told(found, describe) {
  if (!found) return ['nothing is exported'];
  const more = found.length > NAMED ? [`and ${found.length - NAMED} more`] : [];
  return [...found.slice(0, NAMED).map(describe), ...more];
}

function print(rows, times, texts) {
  const titles = ['folder', 'files', 'equal', 'different', 'refused', 'same text again'];
  const all = { files: 0, equal: 0, different: 0, refused: 0, still: 0 };
  for (const row of rows.values()) for (const key in row) all[key] += row[key];
  rows.set('all', all);
  const lines = [...rows].filter(([, row]) => row.files > 0).map(([name, row]) => [name, ...Object.values(row)]);
  console.log([titles, titles.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
  const sum = (key) => texts.reduce((total, one) => total + one[key], 0);
  const big = texts.filter(({ flowNodes }) => flowNodes >= LEAST_NODES);
  const jumps = (100 * sum('jumps')) / sum('sequenceFlows');
  console.log(
    `${medianPerNode(big, 'lines')} lines per flow node (median of the ${big.length} files with ${LEAST_NODES} flow nodes or more), ${jumps.toFixed(1)} % of sequence flows as jumps`,
  );
  const some = texts.filter(({ flowNodes }) => flowNodes > 0);
  console.log(
    `beside it: ${medianPerNode(some, 'lines')} in all ${some.length} files with flow nodes; with vendor lines, documentation and heads ${medianPerNode(big, 'all')} and ${medianPerNode(some, 'all')}; lines of a brace alone ${medianPerNode(big, 'braces')}`,
  );
  const ofVendors = big.filter(({ isVendors }) => isVendors);
  const others = big.filter(({ isVendors }) => !isVendors);
  console.log(
    `where vendors say something of steps, which keeps these out of short blocks: ${medianPerNode(ofVendors, 'lines')} in ${ofVendors.length} files; in the other ${others.length}: ${medianPerNode(others, 'lines')}`,
  );
  const rate = (what) => all.files / (times[what] / 1000);
  console.log(
    `in one process, files/s: import ${rate('import').toFixed(0)}, export ${rate('export').toFixed(0)}, bpmn-moddle reads and writes ${rate('moddle').toFixed(0)}`,
  );
  console.log(
    `ratio: import ${(rate('import') / rate('moddle')).toFixed(2)}, export ${(rate('export') / rate('moddle')).toFixed(2)} (at least 1)`,
  );
}

if (existsSync(folder) && existsSync(judge)) {
  await measure();
  if (statSync(folder).isDirectory()) for (const line of measureCommands(folder)) console.log(line);
} else console.log('The corpus of model files is not there: name the folder that holds it in PROCEDO_SHARED.');
