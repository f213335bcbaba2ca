/** Processes, their pools, and collaborations. */
import {
  type Collaboration,
  type FlowElementsContainer,
  is,
  type Participant,
  type ParticipantMultiplicity,
  type Process,
} from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { detailsOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { stepsOf } from '../structure/body.ts';
import { lanesOf } from '../structure/lanes.ts';
import type { Detail, Statement, Word } from '../tree.ts';
import { freeArtifacts, freeAssociations } from './artifacts.ts';
import { dataStatements, portsOf } from './data.ts';
import { Line, labelWord, nameOf, nameWord, statementOf } from './element.ts';
import { drawnLane, lanedBody } from './lanes.ts';
import { messageStatements } from './messages.ts';

/** The pools, collaborations and processes of a file, in an order that the text may have. */
export function processStatements(context: PrintContext): Statement[] {
  const roots = context.definitions.rootElements;
  const collaborations = roots.filter((root): root is Collaboration => root.$type === 'bpmn:Collaboration');
  const processes = roots.filter((root): root is Process => is(root, 'bpmn:Process'));
  const own = new Map(processes.map((process) => [process, ownPool(context, process, collaborations[0])]));
  for (const pool of own.values()) if (pool) context.ownPools.add(pool);
  return [
    ...collaborations.flatMap((one, index) =>
      collaborationStatements(context, one, index === 0, collaborations.length),
    ),
    ...processes.map((process) => processStatement(context, process, own.get(process))),
  ];
}

/** The pool that a process is: the only one that shows it, in the file's main collaboration. */
function ownPool(context: PrintContext, process: Process, main: Collaboration | undefined): Participant | undefined {
  const [pool, ...others] = context.poolsOf.get(process) ?? [];
  if (!pool || others.length > 0 || pool.$parent !== main) return undefined;
  // A pool without a name would get that of its process.
  return nameOf(pool) === undefined && nameOf(process) !== undefined ? undefined : pool;
}

function collaborationStatements(
  context: PrintContext,
  collaboration: Collaboration,
  isMain: boolean,
  count: number,
): Statement[] {
  const pools = collaboration.participants
    .filter((pool) => !context.ownPools.has(pool))
    .map((pool) => poolStatement(context, pool));
  const artifacts = [
    ...freeArtifacts(context, collaboration.artifacts),
    ...freeAssociations(context, collaboration.artifacts),
  ];
  const line = new Line();
  line.add('collaboration', nameWord(collaboration, 'collaboration'), labelWord(collaboration));
  line.say('participants', 'messageFlows', 'artifacts');
  const statement = statementOf(context, collaboration, line, { apart: true });
  // The first that has a line is the main one: beside others it needs its own.
  const isSilent = count === 1 && !nameOf(collaboration) && statement.documentation === undefined && !statement.details;
  if (!isMain) return [{ ...statement, block: [...pools, ...artifacts] }];
  const first = pools[0] && { ...pools[0], apart: true };
  const loose = first ? [first, ...pools.slice(1)] : [];
  if (isSilent && !statement.extensions && artifacts.length === 0 && collaboration.participants.length > 0)
    return loose;
  return [{ ...statement, ...(artifacts.length > 0 && { block: artifacts }) }, ...loose];
}

function poolStatement(context: PrintContext, pool: Participant): Statement {
  const line = new Line();
  line.add('pool', nameWord(pool, 'pool'), labelWord(pool));
  const { processRef: process } = pool;
  if (process && context.canRefer(process, 'bpmn:Process')) line.add('runs', { to: process });
  line.say('processRef');
  line.add(multiplicityWord(pool, line));
  return statementOf(context, pool, line, { attached: messageStatements(context, pool) });
}

/** `[2..5]`, or nothing; what the brackets do not say is left to details. */
function multiplicityWord(pool: Participant, line: Line): Word | undefined {
  const multiplicity: ParticipantMultiplicity | undefined = pool.participantMultiplicity;
  if (!multiplicity) return undefined;
  const { minimum = 0, maximum = 1 } = multiplicity;
  if (![minimum, maximum].every(Number.isInteger) || minimum < 0 || maximum < 1 || maximum < minimum) return undefined;
  line.say('participantMultiplicity');
  return minimum === maximum ? `[${minimum}]` : `[${minimum}..${maximum}]`;
}

function processStatement(context: PrintContext, process: Process, pool: Participant | undefined): Statement {
  const line = new Line();
  line.add('process', nameWord(process, 'process'), labelWord(process));
  if (process.isExecutable) line.add('executable');
  line.say('isExecutable', 'laneSets', 'flowElements', 'artifacts');
  if (pool) addOwnPool(context, process, pool, line);
  const ports = portsOf(context, process);
  if (ports.length > 0) line.say('ioSpecification');
  for (const port of ports) context.ports.add(port);
  const block = bodyOf(context, process);
  const attached = pool ? messageStatements(context, pool) : [];
  return statementOf(context, process, line, { block, apart: true, attached });
}

function addOwnPool(context: PrintContext, process: Process, pool: Participant, line: Line): void {
  line.add('as pool', nameWord(pool, 'pool', poolBase(process, pool)));
  if (nameOf(pool) !== nameOf(process)) line.add(labelWord(pool));
  const said = new Line();
  line.add(multiplicityWord(pool, said));
  const inside = detailsOf(pool, new Set([...said.said, 'processRef', 'name']), context);
  const extensions = extensionsOf(pool, context.prefixes);
  if (inside.length + extensions.length > 0)
    line.parts.push({ words: ['participant'], inside, extensions } satisfies Detail);
}

/** Without a label of its own, a pool has an id made of that of its process. */
function poolBase(process: Process, pool: Participant) {
  return nameOf(pool) === nameOf(process) ? { base: 'Pool', host: process } : {};
}

/** What stands in the block of a process or sub-process. */
export function bodyOf(context: PrintContext, container: FlowElementsContainer): Statement[] {
  const drawn = is(container, 'bpmn:Process') ? drawnLane(container, context.prefixes) : undefined;
  if (drawn) context.drawnLanes.set(container as Process, drawn);
  const laneOf = drawn ? () => undefined : lanesOf(container);
  const steps = stepsOf(container, { context, laneOf, printBody: (inner) => bodyOf(context, inner) });
  const laned = drawn ? { lanes: [], steps } : lanedBody(context, container, steps);
  const declarations = [...laned.lanes, ...dataStatements(context, container)];
  const artifacts = 'artifacts' in container ? (container as Process).artifacts : [];
  const head = [...declarations, ...freeArtifacts(context, artifacts)];
  const body = [...laned.steps, ...freeAssociations(context, artifacts)];
  const [first, ...others] = body;
  return head.length > 0 && first ? [...head, { ...first, apart: true }, ...others] : [...head, ...body];
}
