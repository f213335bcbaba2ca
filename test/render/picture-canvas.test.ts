import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BpmnJsModule from 'bpmn-js/lib/core/index.js';
import BpmnTreeWalker from 'bpmn-js/lib/import/BpmnTreeWalker.js';
import Diagram from 'diagram-js/lib/Diagram.js';
import { describe, expect, it } from 'vitest';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { DrawingDocument } from '../../src/render/dom/document.ts';
import type { DrawingElement } from '../../src/render/dom/element.ts';
import { withDrawingGlobals } from '../../src/render/dom/globals.ts';
import { serialize } from '../../src/render/dom/serialize.ts';
import { type DrawingServices, drawingServices } from '../../src/render/drawing-services.ts';

const fixtures = join(import.meta.dirname, '../fixtures/render');
const files = globSync('*.bpmn', { cwd: fixtures }).sort();

/** What bpmn-js offers by these names. */
interface Services {
  canvas: { setRootElement(root: unknown): void; getActiveLayer(): DrawingElement };
  bpmnImporter: DrawingServices['importer'];
}

/** Imports the first diagram. @returns what the root has become */
function imported(importer: DrawingServices['importer'], definitions: Definitions) {
  let root: ReturnType<typeof importer.add> | undefined;
  const walker = new BpmnTreeWalker({
    root(element: object, di: object) {
      root = importer.add(element, di);
      return root;
    },
    element: (element: object, di: object, parent?: object) => importer.add(element, di, parent),
    error(message: string) {
      throw new Error(message);
    },
  });
  walker.handleDefinitions(definitions as never, definitions.diagrams[0] as never);
  return root;
}

/** The markup of a drawing. Each arrow head has another id. */
function markupOf(draw: (document: DrawingDocument) => DrawingElement): string {
  const document = new DrawingDocument();
  const layer = withDrawingGlobals(document, () => draw(document));
  return serialize([layer])
    .replaceAll(/marker-\w+(?=[")])/g, 'marker')
    .replaceAll('><', '>\n<');
}

describe('the canvas of a picture', () => {
  it.each(files)('takes %s as that of diagram-js does, with all services of bpmn-js', (name) => {
    const { definitions } = readModel(readFileSync(join(fixtures, name), 'utf8'));
    const theirs = markupOf((document) => {
      const canvas = { container: document.body };
      const diagram = new Diagram<Services>({ canvas, modules: [BpmnJsModule] } as object);
      diagram.get('canvas').setRootElement(imported(diagram.get('bpmnImporter'), definitions as Definitions));
      return diagram.get('canvas').getActiveLayer();
    });
    const ours = markupOf((document) => {
      const { importer, canvas } = drawingServices(document);
      imported(importer, definitions as Definitions);
      return canvas.show();
    });
    expect(ours).toBe(theirs);
  });

  it('refuses what has no id, or that of another', () => {
    const { canvas } = drawingServices(new DrawingDocument());
    const root = { id: 'root', children: [], x: 0, y: 0, width: 0, height: 0 };
    canvas.addRootElement(root);
    expect(() => canvas.addRootElement({ ...root })).toThrow('element <root> already exists');
    expect(() => canvas.addShape({ ...root, id: '' }, root)).toThrow('element must have an id');
    expect(() => canvas.addShape({ ...root, id: 'a' }, undefined)).toThrow('what it is in is not drawn');
    expect(canvas.getAll()).toEqual([root]);
  });
});
