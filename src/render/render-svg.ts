import type { Outcome, Problem } from '../base/problem.ts';
import { type CmmnDefinitions, type Definitions, is } from '../model/index.ts';
import type { Drawing } from './drawing.ts';
import { planesToDraw } from './planes.ts';
import { type Frame, svgDocument } from './svg-document.ts';

/** A diagram as an SVG file. */
export interface Picture {
  /** Id of the diagram; of the sub-process where bpmn-js makes up the diagram for its inside. */
  readonly id: string;
  readonly name?: string;
  readonly svg: string;
}

/** Which diagrams to draw: one by its id, or all; else the first of the file, as bpmn-js does. */
export interface PictureChoice {
  readonly diagram?: string;
  readonly all?: boolean;
}

export interface Pictures extends Outcome<Picture[]> {
  /** The further diagrams, where the first was drawn because none was named. */
  readonly further: readonly Omit<Picture, 'svg'>[];
}

/** What can be drawn, and how. */
export interface Drawable {
  readonly id: string;
  /** What the diagram is of, by its id; undefined where it shows several things. */
  readonly of: string | undefined;
  readonly name: string | undefined;
  readonly frame: Frame;
  /** Loads bpmn-js or cmmn-js only now: reading, checking and laying out do without them. */
  draw(): Promise<Drawing>;
}

/**
 * Draws models as bpmn-js or, cases, cmmn-js would in a browser: same elements, same lines of labels, same view box. The
 * result depends on nothing but the models, so it is the same to the byte on every machine.
 *
 * @returns the pictures that could be drawn; a problem for each element that is missing in one (a warning) and for each
 *   picture that could not be made or found (an error)
 */
export async function renderSvg(
  models: readonly (Definitions | CmmnDefinitions)[],
  which: PictureChoice = {},
): Promise<Pictures> {
  const drawables = await drawablesOf(models);
  const chosen = choose(drawables, which);
  if (chosen.length === 0) return { value: [], problems: [nothingToDraw(drawables, which)], further: [] };
  const outcomes: Outcome<Picture | undefined>[] = [];
  for (const drawable of chosen) outcomes.push(await pictureOf(drawable));
  return {
    value: outcomes.flatMap(({ value }) => value ?? []),
    problems: outcomes.flatMap(({ problems }) => problems),
    further: which.diagram === undefined ? drawables.slice(chosen.length).map(({ id, name }) => ({ id, name })) : [],
  };
}

/** The diagrams of some models, in their order. */
export async function drawablesOf(models: readonly (Definitions | CmmnDefinitions)[]): Promise<Drawable[]> {
  const drawables: Drawable[] = [];
  for (const model of models)
    drawables.push(...(is(model, 'cmmn:Definitions') ? await drawableCases(model) : drawablePlanes(model)));
  return drawables;
}

function drawablePlanes(definitions: Definitions): Drawable[] {
  return planesToDraw(definitions).map((plane) => ({
    ...plane,
    of: plane.plane.bpmnElement?.id,
    frame: { project: 'bpmn-js', padding: 5 },
    draw: async () => (await import('./draw-plane.ts')).drawPlane(definitions, plane),
  }));
}

async function drawableCases(definitions: CmmnDefinitions): Promise<Drawable[]> {
  const { diagramsToDraw } = await import('./cases/diagrams.ts');
  return diagramsToDraw(definitions).map(({ id, name, diagram }) => ({
    id,
    name,
    of: undefined,
    frame: { project: 'cmmn-js', padding: 0 },
    draw: async () => (await import('./cases/draw-case.ts')).drawCase(diagram),
  }));
}

function choose(drawables: readonly Drawable[], { diagram, all }: PictureChoice): readonly Drawable[] {
  if (diagram !== undefined) return drawables.filter(({ id }) => id === diagram).slice(0, 1);
  return all ? drawables : drawables.slice(0, 1);
}

function nothingToDraw(drawables: readonly Drawable[], { diagram }: PictureChoice): Problem {
  if (diagram === undefined || drawables.length === 0) {
    const message = 'There is nothing to draw: no process with a step, no pool and no case. Add one.';
    return { severity: 'error', code: 'no-diagram', message };
  }
  const ids = drawables.map(({ id }) => `"${id}"`).join(', ');
  const message = `There is no diagram "${diagram}". Choose one of ${ids}.`;
  return { severity: 'error', code: 'unknown-diagram', message };
}

async function pictureOf(drawable: Drawable): Promise<Outcome<Picture | undefined>> {
  const { id, name, frame } = drawable;
  try {
    const drawing = await drawable.draw();
    const picture = { id, svg: svgDocument(drawing, frame), ...(name === undefined ? {} : { name }) };
    return { value: picture, problems: problemsOf(drawing) };
  } catch (error) {
    return { value: undefined, problems: [undrawable(id, error)] };
  }
}

/** What to tell of what is missing in a drawing. */
export function problemsOf({ failures }: Drawing): Problem[] {
  return failures.map(({ element, reason }) => ({
    severity: 'warning',
    code: 'not-drawn',
    message: `${element === undefined ? 'A part' : `"${element}"`} is missing in the picture: ${reason}. Correct it, or lay the model out anew.`,
    ...(element === undefined ? {} : { element }),
  }));
}

/** What to tell of a diagram that could not be drawn at all. */
export function undrawable(id: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The diagram "${id}" cannot be drawn: ${reason}. Correct it, or lay the model out anew.`;
  return { severity: 'error', code: 'undrawable', message };
}
