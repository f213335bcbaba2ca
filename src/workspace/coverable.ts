/** What scenarios can pass of a model: the steps and ways that a person has written down. */
import type { Range } from '../base/range.ts';
import { buildCasePlan, buildNet, type NetNode } from '../semantics/index.ts';
import { casesOf, processesOf } from './models-that-run.ts';
import type { SourceDocument } from './source-document.ts';

export interface Coverable {
  readonly id: string;
  /** As a person calls it: its label, else its id. */
  readonly name: string;
  /** Its head in the text of the document. */
  readonly range: Range;
  /** Of a way: the id of the step that it leaves. */
  readonly leaves?: string;
}

type Candidate = Omit<Coverable, 'range'>;

/** The steps of a document, and the ways that somebody decides between, as far as they have a place in its text. */
export function coverableIn(document: SourceDocument): Coverable[] {
  return [...inProcesses(document), ...inCases(document)].flatMap((candidate) => {
    const range = document.sourceMap?.rangeOf(candidate.id);
    return range ? [{ ...candidate, range }] : [];
  });
}

function inProcesses(document: SourceDocument): Candidate[] {
  const processes = processesOf(document);
  if (!processes) return [];
  const { nodes, flows } = buildNet([processes]);
  const ways = flows.flatMap(({ id, name, source }) => {
    const leaves = nodes[source];
    return leaves && leaves.outgoing.length > 1 ? [{ id, name: name || id, leaves: leaves.id }] : [];
  });
  return [...nodes.filter((node) => !isJoin(node)).map(named), ...ways];
}

/** Only the end of what a gateway began: nobody wrote it down. */
function isJoin({ name, type, incoming, outgoing }: NetNode): boolean {
  return name === '' && type.endsWith('Gateway') && incoming.length > 1 && outgoing.length === 1;
}

function inCases(document: SourceDocument): Candidate[] {
  const cases = casesOf(document);
  return cases ? buildCasePlan([cases]).items.map(named) : [];
}

function named({ id, name }: { readonly id: string; readonly name: string }): Candidate {
  return { id, name: name || id };
}
