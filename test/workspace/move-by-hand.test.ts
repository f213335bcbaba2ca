/**
 * A case is a folder of `test/fixtures/moves`: `text.procedo`, perhaps a layout file beside it, and `moves.json`. `after.layout` is the
 * layout file when the moves are done.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { URI } from 'langium';
import { describe, expect, test } from 'vitest';
import type { Bounds } from '../../src/base/geometry.ts';
import { createProcedoServices } from '../../src/language/index.ts';
import { drawingOf, drawingOfCases, parseLayoutFile } from '../../src/layout/index.ts';
import { is } from '../../src/model/index.ts';
import { type LiveModel, LiveRoad, moveByHand, tidyByHand } from '../../src/workspace/index.ts';

interface HandMove {
  readonly id: string;
  readonly by?: readonly [number, number];
  readonly grow?: readonly [number, number];
  /** The text beside it is what moves. */
  readonly isLabel?: true;
  /** Id of the further diagram in which it moves. */
  readonly diagram?: string;
}

const folder = new URL('../fixtures/moves/', import.meta.url);
const services = createProcedoServices();
const road = new LiveRoad();

async function live(name: string, text: string, layoutText: string): Promise<LiveModel> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const uri = URI.parse(`file:///${name}.procedo`);
  if (LangiumDocuments.hasDocument(uri)) LangiumDocuments.deleteDocument(uri);
  const document = LangiumDocumentFactory.fromString(text, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document]);
  return road.compiled(document, parseLayoutFile(layoutText).value);
}

/** Where a shape of the drawing is, or the text beside a shape or line. */
function boxOf({ models }: LiveModel, { id, isLabel, diagram }: HandMove): Bounds | undefined {
  const drawings = models.map((one) => (is(one, 'cmmn:Definitions') ? drawingOfCases(one) : drawingOf(one)));
  const further = drawings.flatMap((one) => one.further).find((one) => one.id === diagram);
  const pin = [...(further ? [further] : []), ...drawings].map(({ pins }) => pins.get(id)).find((one) => one);
  return isLabel ? pin?.label : pin?.bounds;
}

function wanted(box: Bounds | undefined, { by = [0, 0], grow = [0, 0] }: HandMove): Bounds {
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + by[0], y: y + by[1], width: width + grow[0], height: height + grow[1] };
}

describe.each(readdirSync(folder))('%s', (name) => {
  const read = (file: string) => {
    const url = new URL(`${name}/${file}`, folder);
    return existsSync(url) ? readFileSync(url, 'utf8') : '';
  };
  const text = read('text.procedo');
  const moves: HandMove[] = JSON.parse(read('moves.json'));

  /** The layout file after some moves, one behind the other. */
  async function movedBy(some: readonly HandMove[]): Promise<string> {
    let layoutText = read('text.procedo.layout');
    let before = await live(name, text, layoutText);
    for (const move of some) {
      const bounds = wanted(boxOf(before, move), move);
      const kept = parseLayoutFile(layoutText).value;
      layoutText = moveByHand({ models: before.keyed, kept, text: layoutText }, { ...move, bounds }) ?? layoutText;
      expect(parseLayoutFile(layoutText).problems).toEqual([]);
      before = await live(name, text, layoutText);
      expect(before.problems).toEqual([]);
    }
    return layoutText;
  }

  test('the layout file says where things stand afterwards', async () => {
    await expect(await movedBy(moves)).toMatchFileSnapshot(new URL(`${name}/after.layout`, folder).pathname);
  });

  test('what is tidied is drawn as if nobody had touched it', async () => {
    // The layout draws no further diagrams: there a hand has the last word.
    const touched = await movedBy(moves.filter(({ diagram }) => diagram === undefined));
    const moved = await live(name, text, touched);
    const kept = parseLayoutFile(touched).value;
    const tidied = tidyByHand({ models: moved.keyed, kept, text: touched }, 'all') ?? touched;
    const fresh = await live(name, text, read('text.procedo.layout'));
    expect((await live(name, text, tidied)).xml).toBe(fresh.xml);
  });
});
