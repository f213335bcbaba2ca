import { listedProblems, type Problem } from '../base/problem.ts';
import { comparePositions, type Range } from '../base/range.ts';
import type { SourceComment } from '../base/source-comment.ts';
import type { Definitions } from '../model/index.ts';
import { modelOf } from './model-of.ts';
import { readDiagram } from './read-diagram.ts';

export interface MermaidRead {
  /** What could be made of the text. */
  readonly definitions: Definitions;
  /** Where its elements stand in the text, by their id. */
  readonly places: ReadonlyMap<string, Range>;
  readonly comments: readonly SourceComment[];
  /** Errors: a line is not in the model. Warnings: something that it says is not. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a diagram of Mermaid's `bpmn-beta` (mermaid-js/mermaid, issue 8160) as the BPMN model that it draws, without a drawing.
 * Never throws on a text.
 */
export function readMermaid(text: string): MermaidRead {
  const { diagram, problems } = readDiagram(text);
  const { definitions, places, problems: more } = modelOf(diagram);
  return { definitions, places, comments: diagram.comments, problems: listedProblems(inOrder([...problems, ...more])) };
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const start = ({ range }: Problem) => range?.start ?? { line: 0, character: 0 };
  return problems.toSorted((a, b) => comparePositions(start(a), start(b)));
}
