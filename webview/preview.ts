/** The preview page: draws the models that the extension sends, and tells it what a person chose. */
import { isToView, type ModelMessage, type SelectMessage } from '../src/protocol/preview.ts';
import { Banner } from './banner.ts';
import { nameCanvas } from './canvas-name.ts';
import { Diagram } from './diagram.ts';
import { Finding } from './finding.ts';
import { listenToKeys, zoomBy } from './keyboard.ts';
import { Moving } from './moving.ts';
import { listenToPageKeys } from './page-keys.ts';
import { showPath } from './path-bar.ts';
import { PictureCopy } from './picture-copy.ts';
import { ProblemMarks, spoken } from './problem-marks.ts';
import { Signs } from './signs.ts';
import type { Runnable } from './simulation/sight.ts';
import { SimulationMode } from './simulation-mode.ts';
import { spokenName } from './spoken-name.ts';
import { Tabs } from './tabs.ts';
import { Tip } from './tip.ts';
import { Toolbar } from './toolbar.ts';
import { post, savedPlanes, saveState } from './vscode-api.ts';
import { type Drawing, type WholeModel, wantedOf, wholeModel } from './whole-model.ts';
import './preview.css';

const canvas = part('canvas');
const announcement = part('announcement');
const diagram = new Diagram(canvas, savedPlanes());
const toolbar = new Toolbar(part('toolbar'), {
  zoomOut: () => zoomBy(diagram, -1),
  zoomIn: () => zoomBy(diagram, 1),
  resetZoom: () => diagram.camera.zoomTo(1),
  fit: () => diagram.camera.fit(),
  find: () => finding.open(),
  copy: () => void pictureCopy.copy(),
  tidy: () => tidy(),
  simulate: () => void simulation.toggle(),
  pressed: focusPicture,
});
const moving = new Moving(canvas, diagram, {
  put: (moved) => post({ type: 'move', ...moved, diagram: drawn?.shown ?? '' }),
  dragged: choose,
});
const tabs = new Tabs(part('tabs'), part('view'), (id) => post({ type: 'show', diagram: id }));
showPath(part('path'), diagram.planes);
const tip = new Tip(part('tip'));
const problemMarks = new ProblemMarks(diagram.viewer, tip, ({ range }) => range && post({ type: 'openRange', range }));
const signs = new Signs(diagram.viewer, diagram.planes, tip, (id) => post({ type: 'follow', id }));
const finding = new Finding(part('finder'), diagram, {
  model: () => last,
  goTo,
  showDiagram: (id) => post({ type: 'show', diagram: id }),
  closed: focusPicture,
});
const banner = new Banner(part('banner'), (range) => post({ type: 'openRange', range }));

const pictureCopy = new PictureCopy(() => {
  toolbar.showCopied();
  announcement.textContent = 'The picture is in the clipboard';
});

function focusPicture(): void {
  canvas.querySelector('svg')?.focus();
}

function goTo(id: string): void {
  diagram.goTo(id);
  post({ type: 'open', id });
}

/** The newest model not drawn yet, the last that was, what of it is on the screen, and whether a drawing is under way: one at a time. */
let waiting: WholeModel | undefined;
let last: WholeModel | undefined;
let drawn: Drawing | undefined;
let isDrawing = false;

/** The newest model, drawn or not: the next may say only what has changed in it. */
let received: WholeModel | undefined;

async function drawWaiting(): Promise<void> {
  if (isDrawing) {
    return;
  }
  isDrawing = true;
  while (waiting && canDraw(waiting)) {
    const model = waiting;
    waiting = undefined;
    await draw(model);
  }
  isDrawing = false;
  if (waiting) {
    // Shown again within a frame it has the size that it had: nobody would tell of it.
    requestAnimationFrame(() => void drawWaiting());
  }
}

/** cmmn-js measures what it has drawn: cases wait until the page is visible. */
function canDraw(model: WholeModel): boolean {
  return wantedOf(model).notation === 'bpmn' || canvas.clientWidth > 0;
}

async function draw(model: WholeModel): Promise<void> {
  const { notation, shown, xml } = wantedOf(model);
  try {
    if (xml !== '' && (xml !== drawn?.xml || shown !== drawn.shown || notation !== drawn.notation)) {
      await diagram.draw(notation, xml, shown);
      drawn = { notation, shown, xml };
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    post({ type: 'failed', seq: model.seq, message });
    banner.show(model.problems, true, `This model cannot be drawn: ${message}`);
    await showTabs(model);
    return;
  }
  last = model;
  nameCanvas(canvas, diagram.notation.name);
  mark('procedo.drawn');
  post({ type: 'drawn', seq: model.seq });
  document.body.classList.toggle('empty', drawn === undefined);
  // Until the first model is there nobody knows whether there is anything to draw.
  part('hint').hidden = false;
  banner.show(model.problems, xml === '');
  diagram.highlights.dim(model.held ?? []);
  signs.update(model.calls ?? []);
  problemMarks.show(model.problems);
  finding.drawn(shown);
  allowMoving();
  await showTabs(model);
  simulation.drawn();
  save();
}

/** What is simulated, or is a file that is only looked at, stays where it is. */
function allowMoving(): void {
  const isMovable = last?.isMovable === true && !simulation.isOn;
  moving.isPossible = isMovable;
  toolbar.canTidy = isMovable;
  toolbar.isSimulating = simulation.isOn;
  tellMenu();
}

/** What VS Code's menu of the picture goes by (`webview/context` in package.json): the keys are those of its conditions. */
function tellMenu(): void {
  canvas.dataset.vscodeContext = JSON.stringify({
    preventDefaultContextMenuItems: true,
    webviewSection: 'procedoPicture',
    procedoCanTidy: moving.isPossible,
    procedoHasCurrent: diagram.highlights.current !== undefined,
  });
}

/** Lays out anew the current element with what it holds; all where there is none. */
function tidy(): void {
  moving.finish();
  const { current } = diagram.highlights;
  post({ type: 'tidy', extent: current ? 'selection' : 'all', id: current ? diagram.idOf(current) : '' });
}

function takeBack(type: 'undo' | 'redo'): void {
  moving.finish();
  post({ type });
}

const simulation = new SimulationMode(canvas, part('view'), diagram, {
  runnable,
  show: (id) => {
    diagram.goTo(id);
    choose(id);
  },
  showDiagram: (id) => post({ type: 'show', diagram: id }),
  setBreakpoint: (id, isSet) => post({ type: 'breakpoint', id, isSet }),
  askCalled: () => post({ type: 'called' }),
  record: (acts) => post({ type: 'record', acts }),
  changed: allowMoving,
  left: focusPicture,
});

/** All that a document holds runs together; undefined until there is something that could be drawn. */
function runnable(): Runnable | undefined {
  if (!drawn || !last || (last.xml === '' && last.caseXml === '')) {
    return undefined;
  }
  const shown = choosable.includes(last.shown) ? last.shown : (choosable[0] ?? '');
  return { texts: [last.xml, last.caseXml], diagrams: choosable, shown };
}

/** Ids of the diagrams that a person can choose. */
let choosable: readonly string[] = [];

async function showTabs({ diagrams, xml, shown }: WholeModel): Promise<void> {
  const choices = await diagram.choices(diagrams, xml);
  choosable = choices.map(({ id }) => id);
  tabs.update(choices, shown);
}

/** Keeps what the page needs after a reload. */
function save(): void {
  if (last) {
    saveState({ uri: last.uri, shown: last.shown, ...diagram.planes.state });
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
  const { current } = diagram.highlights;
  const words = current ? [spokenName(current, diagram.notation), spoken(problemMarks.of(current))] : [];
  announcement.textContent = words.filter((text) => text !== '').join('. ');
  post({ type: 'select', id });
}

/** Says what the keys move now, where somebody asked for a label. */
function nextLabel(): boolean {
  const { current } = diagram.highlights;
  if (!current || !moving.isPossible) {
    return false;
  }
  const grasped = moving.nextLabel();
  const name = spokenName(grasped?.labelTarget ?? current, diagram.notation);
  const isLabel = grasped?.labelTarget !== undefined;
  announcement.textContent = isLabel
    ? `Label of ${name}. Alt and arrow keys move it`
    : grasped
      ? name
      : `${name}, has no label beside it`;
  return true;
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

nameCanvas(canvas, diagram.notation.name);
diagram.onClick((id, isFollowed) => {
  if (!isFollowed || !signs.follow(id)) {
    choose(id);
  }
});
diagram.onMenu(choose);
diagram.highlights.onChanged(tellMenu);
diagram.onClickBeside(() => diagram.highlights.select([]));
diagram.onDoubleClick((id) => post({ type: 'open', id }));
diagram.camera.onMoved(() => {
  toolbar.showScale(diagram.camera.scale);
  save();
});
listenToKeys(
  canvas,
  diagram,
  { chosen: choose, go: (element) => signs.go(element), open: (id) => post({ type: 'open', id }) },
  { nudge: (right, down) => moving.nudge(right, down), nextLabel },
);
/** The size of the page when the canvas had another size last. */
let pageSize = '';
new ResizeObserver(() => {
  const before = pageSize;
  pageSize = `${window.innerWidth} ${window.innerHeight}`;
  // What comes and goes in the page itself, tabs or a message, moves nothing.
  diagram.resized(before === pageSize ? 'corner' : 'middle');
  simulation.place();
  void drawWaiting();
}).observe(canvas);
listenToPageKeys({
  find: () => finding.open(),
  copy: () => void pictureCopy.copy(),
  takeBack,
  press: (key, isShift) => {
    if (simulation.isOn) return simulation.press(key, isShift);
    if (key === 's') void simulation.toggle();
    return key === 's';
  },
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToView(data)) {
    return;
  }
  switch (data.type) {
    case 'select':
      select(data);
      break;
    case 'simulate':
      if (!simulation.isOn) void simulation.toggle();
      break;
    case 'play':
      simulation.play(data);
      break;
    case 'breakpoints':
      simulation.breakAt(data.ids);
      break;
    case 'copy':
      // The menu that it came from may have the focus still, and the clipboard asks for that of the page.
      window.focus();
      void pictureCopy.copy();
      break;
    case 'picture':
      pictureCopy.receive(data.png);
      break;
    case 'called':
      simulation.know(data.texts);
      break;
    case 'model':
      receive(data);
      break;
  }
});

function receive(model: ModelMessage): void {
  mark('procedo.received');
  received = wholeModel(model, received);
  if (received) {
    waiting = received;
    void drawWaiting();
  } else {
    post({ type: 'ready' });
  }
}

post({ type: 'ready' });
