/** The preview page: draws the models that the extension sends, and tells it what a person chose. */
import type { FindingRun } from '../src/protocol/findings.ts';
import { isToView, type ModelMessage, type SelectMessage } from '../src/protocol/preview.ts';
import { Banner } from './banner.ts';
import { Diagram } from './diagram.ts';
import { Finder } from './finder.ts';
import { listenToKeys, zoomBy } from './keyboard.ts';
import { Moving } from './moving.ts';
import { showPath } from './path-bar.ts';
import { ProblemMarks, spoken } from './problem-marks.ts';
import type { Findable } from './search.ts';
import { Signs } from './signs.ts';
import type { Simulation } from './simulation/simulation.ts';
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
  find: () => finder.open(),
  tidy: () => tidy(),
  simulate: () => void toggleSimulation(),
});
const moving = new Moving(canvas, diagram, (moved) => post({ type: 'move', ...moved, diagram: drawn?.shown ?? '' }));
const tabs = new Tabs(part('tabs'), part('view'), (id) => post({ type: 'show', diagram: id }));
showPath(part('path'), diagram.planes);
const tip = new Tip(part('tip'));
const problemMarks = new ProblemMarks(diagram.viewer, tip, ({ range }) => range && post({ type: 'openRange', range }));
const signs = new Signs(diagram.viewer, diagram.planes, tip, (id) => post({ type: 'follow', id }));
const finder = new Finder(part('finder'), {
  elements: () => [...diagram.findables(), ...elsewhere],
  show: (found) => {
    if (!found.diagram) diagram.goTo(found.id);
  },
  open: (found) => {
    wantedThere = found.diagram && { id: found.id, diagram: found.diagram.id };
    if (found.diagram) post({ type: 'show', diagram: found.diagram.id });
    else goTo(found.id);
  },
  opened: () => void lookElsewhere(),
  closed: () => canvas.querySelector('svg')?.focus(),
});
const banner = new Banner(part('banner'), (range) => post({ type: 'openRange', range }));

/** What can be found in the diagrams that are not on the screen. */
let elsewhere: readonly Findable[] = [];

/** What was found in a diagram that is to be shown for it. */
let wantedThere: { readonly id: string; readonly diagram: string } | undefined;

function goTo(id: string): void {
  diagram.goTo(id);
  post({ type: 'open', id });
}

/** Looks for what the other diagrams hold; the list follows. */
async function lookElsewhere(): Promise<void> {
  const model = last;
  if (!model) return;
  const known = new Set(diagram.findables().map(({ id }) => id));
  const choices = await diagram.choices(model.diagrams, model.xml);
  const shown = choices.some(({ id }) => id === model.shown) ? model.shown : choices[0]?.id;
  const others = choices.filter(({ id }) => id !== shown);
  const found = await diagram.elsewhere.findables(others, { bpmn: model.xml, cmmn: model.caseXml });
  elsewhere = found.filter(({ id }) => !known.has(id));
  finder.refresh();
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
  nameCanvas();
  mark('procedo.drawn');
  post({ type: 'drawn', seq: model.seq });
  document.body.classList.toggle('empty', drawn === undefined);
  banner.show(model.problems, xml === '');
  diagram.highlights.dim(model.held ?? []);
  signs.update(model.calls ?? []);
  problemMarks.show(model.problems);
  finder.refresh();
  if (finder.isOpen) void lookElsewhere();
  if (wantedThere?.diagram === shown) {
    goTo(wantedThere.id);
    wantedThere = undefined;
  }
  allowMoving();
  await showTabs(model);
  if (simulation) loadInto(simulation);
  void playRun();
  save();
}

/** What is simulated, or is a file that is only looked at, stays where it is. */
function allowMoving(): void {
  const isMovable = last?.isMovable === true && !simulation;
  moving.isPossible = isMovable;
  toolbar.canTidy = isMovable;
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

/** The simulation, loaded when the first is asked for. */
let simulation: Simulation | undefined;

/** Ids of the elements that have a break point in the text. */
let breakpoints: readonly string[] = [];

async function toggleSimulation(): Promise<void> {
  if (simulation) {
    simulation.leave();
    return;
  }
  const { Simulation } = await import('./simulation/simulation.ts');
  simulation ??= new Simulation(canvas, part('view'), diagram, {
    show: (id) => {
      diagram.goTo(id);
      choose(id);
    },
    showDiagram: (id) => post({ type: 'show', diagram: id }),
    setBreakpoint: (id, isSet) => post({ type: 'breakpoint', id, isSet }),
    askCalled: () => post({ type: 'called' }),
    record: (acts) => post({ type: 'record', acts }),
    left: () => {
      simulation = undefined;
      allowMoving();
      canvas.querySelector('svg')?.focus();
    },
  });
  simulation.breakAt(breakpoints);
  allowMoving();
  loadInto(simulation);
}

/** A run that was asked for before there was a picture to play it in. */
let toPlay: FindingRun | undefined;

async function playRun(): Promise<void> {
  const run = toPlay;
  if (!run || !drawn) {
    return;
  }
  toPlay = undefined;
  if (!simulation) {
    await toggleSimulation();
  }
  await simulation?.playRun(run);
}

/** All that a document holds runs together. What cannot be drawn leaves what is there as it is. */
function loadInto(simulation: Simulation): void {
  if (!last || (last.xml === '' && last.caseXml === '')) {
    return;
  }
  const shown = choosable.includes(last.shown) ? last.shown : (choosable[0] ?? '');
  simulation.load({ texts: [last.xml, last.caseXml], diagrams: choosable, shown });
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
  moving.refresh();
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

/** The parts of the canvas that bpmn-js makes: a picture that takes the focus must have a name. */
function nameCanvas(): void {
  const svg = canvas.querySelector('svg');
  const kind = diagram.notation.name === 'cmmn' ? 'Case diagram' : 'Process diagram';
  svg?.setAttribute('role', 'application');
  svg?.setAttribute(
    'aria-label',
    `${kind}. Arrow keys move it, Control and arrow keys walk from element to element, Alt and arrow keys move an element, after L its label.`,
  );
}

nameCanvas();
diagram.onClick((id, isFollowed) => {
  if (!isFollowed || !signs.follow(id)) {
    choose(id);
  }
});
diagram.onDoubleClick((id) => post({ type: 'open', id }));
diagram.camera.onMoved(() => {
  toolbar.showScale(diagram.camera.scale);
  save();
});
listenToKeys(
  canvas,
  diagram,
  { chosen: choose, go: (element) => signs.go(element), open: (id) => post({ type: 'open', id }) },
  {
    nudge: (right, down) => moving.nudge(right, down),
    nextLabel,
    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
  },
);
/** The size of the page when the canvas had another size last. */
let pageSize = '';
new ResizeObserver(() => {
  const before = pageSize;
  pageSize = `${window.innerWidth} ${window.innerHeight}`;
  // What comes and goes in the page itself, tabs or a message, moves nothing.
  diagram.resized(before === pageSize ? 'corner' : 'middle');
  simulation?.place();
  void drawWaiting();
}).observe(canvas);
// Heard before VS Code hears it, which would search the text.
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    event.stopPropagation();
    finder.open();
  }
});

document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof Element && event.target.closest('input, select') !== null;
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (!simulation && event.key === 's') {
    void toggleSimulation();
  } else if (!isButtonPress(event) && simulation?.press(event.key, event.shiftKey)) {
    event.preventDefault();
    event.stopPropagation();
  }
});

/** The space key presses the button that has the focus. */
function isButtonPress({ key, target }: KeyboardEvent): boolean {
  return key === ' ' && target instanceof HTMLButtonElement;
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToView(data)) {
    return;
  }
  switch (data.type) {
    case 'select':
      select(data);
      break;
    case 'simulate':
      if (!simulation) void toggleSimulation();
      break;
    case 'play':
      toPlay = data;
      void playRun();
      break;
    case 'breakpoints':
      breakpoints = data.ids;
      simulation?.breakAt(breakpoints);
      break;
    case 'called':
      simulation?.know(data.texts);
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
