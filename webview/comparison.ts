/** The page that compares: two diagrams that move together, and the list of what has changed between them. */
import {
  type ChangedPlace,
  isToComparisonView,
  type ListedChange,
  type MarkKind,
  type ToComparisonView,
} from '../src/protocol/comparison.ts';
import { ChangeList } from './comparison/change-list.ts';
import { LinkedCameras } from './comparison/linked-cameras.ts';
import { Side } from './comparison/side.ts';
import { iconButton } from './icon-button.ts';
import { listenToKeys, zoomBy } from './keyboard.ts';
import { postComparison } from './vscode-api.ts';
import './comparison/comparison.css';

type ComparisonMessage = Extract<ToComparisonView, { type: 'comparison' }>;

const before = new Side(part('before'));
const after = new Side(part('after'));
const cameras = new LinkedCameras(before, after);
const list = new ChangeList(part('changes'), (index) => void choose(index));
const count = document.createElement('span');
count.className = 'count';
part('toolbar').append(
  count,
  iconButton('Previous change (p)', 'M3.5 10L8 5.5l4.5 4.5', () => list.step(-1)),
  iconButton('Next change (n)', 'M3.5 6L8 10.5 12.5 6', () => list.step(1)),
  iconButton('Zoom out (-)', 'M3.5 8h9', () => zoomBy(after.diagram, -1)),
  iconButton('Zoom in (+)', 'M3.5 8h9M8 3.5v9', () => zoomBy(after.diagram, 1)),
  iconButton('Fit to view (0)', 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10', () => cameras.fit()),
);

let changes: readonly ListedChange[] = [];
/** What is drawn after each other: a message while another is drawn waits. */
let drawing: Promise<void> = Promise.resolve();

async function show(message: ComparisonMessage): Promise<void> {
  const chosen = changes[list.chosen]?.sentence;
  const isFirst = message.seq === 1;
  changes = message.changes;
  const marks = { before: marksOf(({ before }) => before), after: marksOf(({ after }) => after) };
  const isAnyMarked = marks.before.size + marks.after.size > 0;
  before.load(message.titles.before, message.before, marks.before, isAnyMarked);
  after.load(message.titles.after, message.after, marks.after, isAnyMarked);
  list.show(changes);
  document.body.classList.remove('empty');
  const index = changes.findIndex(({ sentence }) => sentence === chosen);
  const first = changes.find((change) => change.before.diagram ?? change.after.diagram);
  const seen = changes[index] ?? first;
  await before.show(seen?.before.diagram);
  await after.show(seen?.after.diagram);
  if (isFirst) cameras.fit();
  if (index >= 0) list.mark(index);
  tellCount();
}

/** By id what to mark at one side; what was added or removed is that, whatever else is said of it. */
function marksOf(side: (change: ListedChange) => ChangedPlace): Map<string, MarkKind> {
  const marks = new Map<string, MarkKind>();
  for (const change of changes) {
    for (const id of side(change).ids) if (change.mark !== 'changed' || !marks.has(id)) marks.set(id, change.mark);
  }
  return marks;
}

async function choose(index: number): Promise<void> {
  const change = changes[index];
  if (!change) return;
  list.mark(index);
  tellCount();
  part('announcement').textContent = change.sentence;
  postComparison({ type: 'go', change: index });
  await before.show(change.before.diagram);
  await after.show(change.after.diagram);
  cameras.center(before.find(change.before), after.find(change.after));
}

function tellCount(): void {
  const { length } = changes;
  const total = `${length} change${length === 1 ? '' : 's'}`;
  count.textContent = list.chosen < 0 ? total : `${list.chosen + 1} of ${total}`;
}

/** The first change that marks an element chooses it. */
function chooseElement(id: string, side: 'before' | 'after'): void {
  const index = changes.findIndex((change) => change[side].ids.includes(id));
  if (index >= 0) void choose(index);
}

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element "${id}".`);
  return element;
}

for (const [side, name] of [
  [before, 'before'],
  [after, 'after'],
] as const) {
  const canvas = part(name).querySelector<HTMLElement>('.canvas');
  side.diagram.onClick((id) => chooseElement(id, name));
  if (canvas) {
    listenToKeys(canvas, side.diagram, {
      chosen: (id) => side.diagram.goTo(id),
      go: () => false,
      open: (id) => chooseElement(id, name),
    });
    const svg = canvas.querySelector('svg');
    svg?.setAttribute('role', 'application');
    svg?.setAttribute('aria-label', `Diagram ${name} the change. Arrow keys move both diagrams.`);
  }
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { n: 1, p: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  list.step(step);
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToComparisonView(data)) return;
  if (data.type === 'step') {
    list.step(data.by);
    return;
  }
  drawing = drawing
    .then(() => show(data))
    .then(
      () => postComparison({ type: 'drawn', seq: data.seq }),
      (error: unknown) =>
        postComparison({
          type: 'failed',
          seq: data.seq,
          message: error instanceof Error ? error.message : String(error),
        }),
    );
});

postComparison({ type: 'ready' });
