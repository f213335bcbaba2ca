import type { Definitions, ModelElement } from '../model/index.ts';
import { toArrowLabel, toDescription, toLabel, toTitle } from './labels.ts';
import { Said, type Unsaid } from './said.ts';
import { HEADER } from './words.ts';
import { ArrowWriter, type Chain, connectionsOf, neighboursIn } from './write-arrows.ts';
import { TextHandles } from './write-ids.ts';
import { type Entry, type Outline, outlineOf } from './write-outline.ts';

export interface MermaidText {
  readonly text: string;
  /** What the text does not say of the model, a kind each. Ids, drawing and the head of the file are not listed: it has its own. */
  readonly unsaid: readonly Unsaid[];
}

/** Lines of arrows longer than this go on in the next. */
const WIDEST = 100;

/** A BPMN model as a diagram of Mermaid's `bpmn-beta`. The same model gives the same text. */
export function writeMermaid(definitions: Definitions): MermaidText {
  const said = new Said();
  const connections = connectionsOf(definitions);
  const outline = outlineOf(definitions, neighboursIn(connections), said);
  const chains = new ArrowWriter(connections, outline.byElement, said).chains();
  const head = headOf(outline, said);
  const handles = handlesOf(outline, chains);
  const declarations = outline.entries.flatMap((entry) => linesOf(entry, handles));
  const arrows = chains.flatMap((chain) => arrowLines(chain, handles));
  const apart = declarations.length > 0 && arrows.length > 0 ? [''] : [];
  const text = `${[...head, ...declarations, ...apart, ...arrows].join('\n')}\n`;
  return { text, unsaid: said.unsaid(definitions) };
}

function headOf({ whole }: Outline, said: Said): string[] {
  const lines = [`${HEADER} LR`];
  if (!whole) return lines;
  const title = toTitle(whole.name ?? '');
  if (title !== '') {
    lines.push(`title ${title}`);
    said.say(whole, 'name');
  }
  const [documentation, ...others] = whole.documentation;
  const description = toDescription(documentation?.text ?? '');
  if (!documentation || others.length > 0 || description === '') return lines;
  said.say(documentation, 'text');
  return [...lines, 'accDescr {', ...description.split('\n').map((line) => `  ${line}`.trimEnd()), '}'];
}

/** Only what an arrow names has an id. */
function handlesOf({ entries }: Outline, chains: readonly Chain[]): ReadonlyMap<ModelElement, string> {
  const named = new Set(chains.flatMap(({ from, arrows }) => [from, ...arrows.map(({ to }) => to)]));
  const handles = new TextHandles();
  const found = new Map<ModelElement, string>();
  const open = [...entries].reverse();
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const { element, label, inside } = entry;
    if (named.has(element)) found.set(element, handles.of(element, label));
    for (const one of inside.toReversed()) open.push(one);
  }
  return found;
}

/** A label that is not there is a blank one: Mermaid would show the id. */
function linesOf(entry: Entry, handles: ReadonlyMap<ModelElement, string>): string[] {
  const lines: string[] = [];
  const open: [Entry, number][] = [[entry, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [{ words, element, label, inside }, depth] = next;
    const id = handles.get(element);
    const shown = `"${toLabel(label) || ' '}"`;
    lines.push('  '.repeat(depth) + [words, ...(id === undefined ? [] : [id]), shown].join(' '));
    for (const one of inside.toReversed()) open.push([one, depth + 1]);
  }
  return lines;
}

function arrowLines({ from, arrows }: Chain, handles: ReadonlyMap<ModelElement, string>): string[] {
  const lines: string[] = [];
  let line = `  ${handles.get(from) ?? ''}`;
  let last = line;
  for (const { connector, label, to } of arrows) {
    const id = handles.get(to) ?? '';
    const said = label === undefined ? '' : toArrowLabel(label).replaceAll('<br/>', ' ');
    const arrow = said === '' ? ` ${connector} ${id}` : ` -- ${said} --> ${id}`;
    if (line.length + arrow.length > WIDEST && line !== last) {
      lines.push(line);
      line = last;
    }
    line += arrow;
    last = `  ${id}`;
  }
  return [...lines, line];
}
