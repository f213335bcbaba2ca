/** Draws each model by a whole import and puts the visible part back, as a viewer without further thought does. */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import './page.css';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

interface Canvas {
  viewbox(box?: object): object;
  zoom(scale: 'fit-viewport'): void;
}

const container = document.getElementById('canvas') ?? document.body;
const viewer = new NavigatedViewer<{ canvas: Canvas }>({ container });
let waiting: string | undefined;
let isDrawing = false;
let isFirst = true;

async function drawWaiting(): Promise<void> {
  if (isDrawing) {
    return;
  }
  isDrawing = true;
  while (waiting !== undefined) {
    const xml = waiting;
    waiting = undefined;
    const canvas = viewer.get('canvas');
    const view = canvas.viewbox();
    await viewer.importXML(xml);
    if (isFirst) {
      canvas.zoom('fit-viewport');
    } else {
      canvas.viewbox(view);
    }
    isFirst = false;
    mark('procedo.drawn');
  }
  isDrawing = false;
}

function mark(name: string): void {
  performance.clearMarks(name);
  performance.mark(name);
}

window.addEventListener('message', ({ data }: MessageEvent<{ xml: string }>) => {
  mark('procedo.received');
  waiting = data.xml;
  void drawWaiting();
});

acquireVsCodeApi().postMessage('ready');
