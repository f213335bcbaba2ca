/** The preview page: draws the models that the extension sends, and tells it what a person chose. */
import { isToView, type ModelMessage, type SelectMessage } from '../src/protocol/preview.ts';
import { Banner } from './banner.ts';
import { Diagram } from './diagram.ts';
import { Finder } from './finder.ts';
import { listenToKeys, zoomBy } from './keyboard.ts';
import { showPath } from './path-bar.ts';
import { ProblemMarks, spoken } from './problem-marks.ts';
import { spokenName } from './spoken-name.ts';
import { Tip } from './tip.ts';
import { Toolbar } from './toolbar.ts';
import { post, savedPlanes, saveState } from './vscode-api.ts';
import './preview.css';

const canvas = part('canvas');
const announcement = part('announcement');
const diagram = new Diagram(canvas, savedPlanes());
const toolbar = new Toolbar(part('toolbar'), {
  zoomOut: () => zoomBy(diagram, -1),
  zoomIn: () => zoomBy(diagram, 1),
  resetZoom: () => diagram.camera.zoomTo(1),
  fit: () => diagram.camera.fit(),
  find: () => finder.open(),
  show: (id) => post({ type: 'show', diagram: id }),
});
showPath(part('path'), diagram.planes);
const problemMarks = new ProblemMarks(
  diagram.viewer,
  new Tip(part('tip')),
  ({ range }) => range && post({ type: 'openRange', range }),
);
const finder = new Finder(part('finder'), {
  elements: () => diagram.findables(),
  show: (id) => diagram.goTo(id),
  open: (id) => {
    diagram.goTo(id);
    post({ type: 'open', id });
  },
  closed: () => canvas.querySelector('svg')?.focus(),
});
const banner = new Banner(part('banner'), (range) => post({ type: 'openRange', range }));

/** The newest model not drawn yet, the one on the screen, and whether a drawing is under way: one at a time. */
let waiting: ModelMessage | undefined;
let shown: ModelMessage | undefined;
let isDrawing = false;

async function drawWaiting(): Promise<void> {
  if (isDrawing) {
    return;
  }
  isDrawing = true;
  while (waiting) {
    const model = waiting;
    waiting = undefined;
    await draw(model);
  }
  isDrawing = false;
}

async function draw(model: ModelMessage): Promise<void> {
  try {
    if (model.xml !== '' && (model.xml !== shown?.xml || model.shown !== shown.shown)) {
      await diagram.draw(model.xml, model.shown);
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    post({ type: 'failed', seq: model.seq, message });
    banner.show(model.problems, true, `This model cannot be drawn: ${message}`);
    return;
  }
  shown = model.xml === '' && shown ? { ...model, xml: shown.xml } : model;
  mark('procedo.drawn');
  post({ type: 'drawn', seq: model.seq });
  document.body.classList.toggle('empty', shown.xml === '');
  banner.show(model.problems, model.xml === '');
  diagram.highlights.dim(model.held ?? []);
  problemMarks.show(model.problems);
  toolbar.showDiagrams(
    model.diagrams.filter(({ id }) => diagram.isChoice(id)),
    model.shown,
  );
  finder.refresh();
  save();
}

/** Keeps what the page needs after a reload. */
function save(): void {
  if (shown) {
    saveState({ uri: shown.uri, shown: shown.shown, ...diagram.planes.state });
  }
}

function select({ ids, reveal }: Omit<SelectMessage, 'type'>): void {
  diagram.highlights.select(ids);
  if (reveal) {
    diagram.reveal();
  }
}

function choose(id: string): void {
  select({ ids: [id], reveal: true });
  const name = diagram.highlights.current ? spokenName(diagram.highlights.current) : '';
  announcement.textContent = [name, spoken(problemMarks.of(id))].filter((text) => text !== '').join('. ');
  post({ type: 'select', id });
}

/** A moment for the performance panel of the developer tools, and for measuring from outside; only the last is kept. */
function mark(name: string): void {
  performance.clearMarks(name);
  performance.mark(name);
}

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`The page has no element "${id}".`);
  }
  return element;
}

/** The parts of the canvas that bpmn-js makes: a picture that takes the focus must have a name. */
function nameCanvas(): void {
  const svg = canvas.querySelector('svg');
  svg?.setAttribute('role', 'application');
  svg?.setAttribute(
    'aria-label',
    'Process diagram. Arrow keys move it, Control and arrow keys walk from step to step.',
  );
}

nameCanvas();
diagram.onClick(choose);
diagram.onDoubleClick((id) => post({ type: 'open', id }));
diagram.camera.onMoved(() => {
  toolbar.showScale(diagram.camera.scale);
  save();
});
listenToKeys(canvas, diagram, { chosen: choose, open: (id) => post({ type: 'open', id }) });
new ResizeObserver(() => diagram.resized()).observe(canvas);
// Heard before VS Code hears it, which would search the text.
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    event.stopPropagation();
    finder.open();
  }
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToView(data)) {
    return;
  }
  if (data.type === 'select') {
    select(data);
    return;
  }
  mark('procedo.received');
  waiting = data;
  void drawWaiting();
});

post({ type: 'ready' });
