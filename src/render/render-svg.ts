import type { Outcome, Problem } from '../base/problem.ts';
import type { Definitions } from '../model/index.ts';
import type { Drawing } from './draw-plane.ts';
import { type PlaneToDraw, planesToDraw } from './planes.ts';

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

/**
 * Draws a model as bpmn-js would in a browser: same elements, same lines of labels, same view box. The result depends
 * on nothing but the model, so it is the same to the byte on every machine.
 *
 * @returns the pictures that could be drawn; a problem for each element that is missing in one (a warning) and for each
 *   picture that could not be made or found (an error)
 */
export async function renderSvg(definitions: Definitions, which: PictureChoice = {}): Promise<Outcome<Picture[]>> {
  const planes = planesToDraw(definitions);
  const chosen = choose(planes, which);
  if (chosen.length === 0) return { value: [], problems: [nothingToDraw(planes, which)] };
  const outcomes: Outcome<Picture | undefined>[] = [];
  for (const plane of chosen) outcomes.push(await pictureOf(definitions, plane));
  return {
    value: outcomes.flatMap(({ value }) => value ?? []),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}

function choose(planes: readonly PlaneToDraw[], { diagram, all }: PictureChoice): readonly PlaneToDraw[] {
  if (diagram !== undefined) return planes.filter((plane) => plane.id === diagram).slice(0, 1);
  return all ? planes : planes.slice(0, 1);
}

function nothingToDraw(planes: readonly PlaneToDraw[], { diagram }: PictureChoice): Problem {
  if (diagram === undefined || planes.length === 0) {
    const message = 'There is no diagram to draw. Lay the model out first.';
    return { severity: 'error', code: 'no-diagram', message };
  }
  const ids = planes.map((plane) => `"${plane.id}"`).join(', ');
  const message = `There is no diagram "${diagram}". Choose one of ${ids}.`;
  return { severity: 'error', code: 'unknown-diagram', message };
}

/** Loads bpmn-js only now: reading, checking and laying out do without it. */
async function pictureOf(definitions: Definitions, plane: PlaneToDraw): Promise<Outcome<Picture | undefined>> {
  const { drawPlane } = await import('./draw-plane.ts');
  const { svgDocument } = await import('./svg-document.ts');
  try {
    const drawing = drawPlane(definitions, plane);
    const { id, name } = plane;
    const picture = { id, svg: svgDocument(drawing), ...(name === undefined ? {} : { name }) };
    return { value: picture, problems: problemsOf(drawing) };
  } catch (error) {
    return { value: undefined, problems: [undrawable(plane, error)] };
  }
}

function problemsOf({ failures }: Drawing): Problem[] {
  return failures.map(({ element, reason }) => ({
    severity: 'warning',
    code: 'not-drawn',
    message: `${element === undefined ? 'A part' : `"${element}"`} is missing in the picture: ${reason}. Correct it, or lay the model out anew.`,
    ...(element === undefined ? {} : { element }),
  }));
}

function undrawable({ id }: PlaneToDraw, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The diagram "${id}" cannot be drawn: ${reason}. Correct it, or lay the model out anew.`;
  return { severity: 'error', code: 'undrawable', message };
}
