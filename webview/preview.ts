/** The preview page: draws the models that the extension sends, and tells it what a person chose. */
import { isToView, type ModelMessage, type SelectMessage } from '../src/protocol/preview.ts';
import { Banner } from './banner.ts';
import { Diagram } from './diagram.ts';
import { listenToKeys, zoomBy } from './keyboard.ts';
import { spokenName } from './spoken-name.ts';
import { Toolbar } from './toolbar.ts';
import { post, savedView, saveState } from './vscode-api.ts';
import './preview.css';

const canvas = part('canvas');
const announcement = part('announcement');
const diagram = new Diagram(canvas);
const toolbar = new Toolbar(part('toolbar'), {
  zoomOut: () => zoomBy(diagram, -1),
  zoomIn: () => zoomBy(diagram, 1),
  resetZoom: () => diagram.zoomTo(1),
  fit: () => diagram.fit(),
  show: (id) => post({ type: 'show', diagram: id }),
});
const banner = new Banner(part('banner'), (range) => post({ type: 'openRange', range }));

/** The newest model not drawn yet, the one on the screen, and whether a drawing is under way: one at a time. */
let waiting: ModelMessage | undefined;
let shown: ModelMessage | undefined;
let isDrawing = false;
/** Whether the picture has been put into place: that takes a visible page. */
let isPlaced = false;

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
  toolbar.showDiagrams(model.diagrams, model.shown);
  place();
}

/** Puts the first picture where it was before a reload, else fits it; nothing can be measured while hidden. */
function place(): void {
  if (isPlaced || !shown?.xml || canvas.clientWidth === 0) {
    return;
  }
  isPlaced = true;
  diagram.resized();
  const view = savedView(shown.uri);
  if (view) {
    diagram.view = view;
  } else {
    diagram.fitReadable();
  }
  rememberView();
}

function rememberView(): void {
  toolbar.showScale(diagram.scale);
  if (shown && isPlaced) {
    saveState({ uri: shown.uri, shown: shown.shown, view: diagram.view });
  }
}

function select({ ids, reveal }: Omit<SelectMessage, 'type'>): void {
  diagram.select(ids);
  if (reveal) {
    diagram.reveal();
  }
}

function choose(id: string): void {
  select({ ids: [id], reveal: true });
  announcement.textContent = diagram.current ? spokenName(diagram.current) : '';
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
diagram.onViewChanged(rememberView);
listenToKeys(canvas, diagram, { chosen: choose, open: (id) => post({ type: 'open', id }) });
new ResizeObserver(() => {
  diagram.resized();
  place();
}).observe(canvas);

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
