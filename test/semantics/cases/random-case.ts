/** Random cases: whatever stands in them, they can be run. */
import fc from 'fast-check';
import { type CmmnDefinitions, readModel } from '../../../src/model/index.ts';
import { buildCasePlan, type CasePlan } from '../../../src/semantics/index.ts';

type Rule = 'none' | 'always' | 'never' | 'unknown';

interface Guard {
  readonly kind: 'entry' | 'exit';
  /** Which of the items it listens to, and which event of it. */
  readonly parts: readonly { readonly source: number; readonly event: number }[];
  readonly condition: Rule;
}

export interface Node {
  readonly kind: 'task' | 'quick' | 'milestone' | 'listener' | 'stage';
  readonly required: Rule;
  readonly repetition: Rule;
  readonly manual: Rule;
  readonly guards: readonly Guard[];
  readonly isDiscretionary: boolean;
  readonly autoComplete: boolean;
  /** What a task runs: the process `P` or the case `D`, if they are there. */
  readonly runs: 'nothing' | 'process' | 'case';
  readonly children: readonly Node[];
}

const rule = fc.constantFrom<Rule>('none', 'none', 'none', 'always', 'never', 'unknown');
const guard: fc.Arbitrary<Guard> = fc.record({
  kind: fc.constantFrom('entry', 'entry', 'exit'),
  parts: fc.array(fc.record({ source: fc.nat(), event: fc.nat() }), { maxLength: 2 }),
  condition: rule,
});

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    kind: fc.constantFrom('task', 'task', 'quick', 'milestone', 'listener', 'stage'),
    required: rule,
    repetition: rule,
    manual: rule,
    guards: fc.array(guard, { maxLength: 2 }),
    isDiscretionary: fc.nat(4).map((one) => one === 0),
    autoComplete: fc.boolean(),
    runs: fc.constantFrom('nothing', 'process', 'case'),
    children: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('node'), { minLength: 1, maxLength: 3 })),
  }) as fc.Arbitrary<Node>,
}));

export const randomCase: fc.Arbitrary<readonly Node[]> = fc.array(node, { minLength: 1, maxLength: 5 });

export function casePlan(nodes: readonly Node[]): CasePlan {
  return buildCasePlan([readModel(caseXml(nodes)).definitions as CmmnDefinitions]);
}

/** @param more what else is defined beside the case */
export function caseXml(nodes: readonly Node[], more = ''): string {
  const numbered = number(nodes);
  const plan = content(nodes, numbered);
  return `<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="t"><case id="C"><caseFileModel><caseFileItem id="F" multiplicity="ZeroOrMore"><children><caseFileItem id="G"/></children></caseFileItem></caseFileModel><casePlanModel id="P" autoComplete="true">${plan}</casePlanModel></case>${more}</definitions>`;
}

function number(nodes: readonly Node[], found: Node[] = []): Node[] {
  for (const each of nodes) {
    found.push(each);
    if (each.kind === 'stage') number(each.children, found);
  }
  return found;
}

const conditions: Readonly<Record<Rule, string>> = { none: '', always: 'true', never: 'false', unknown: 'x > 1' };

const events: Readonly<Record<Node['kind'], readonly string[]>> = {
  task: ['create', 'start', 'complete', 'terminate', 'exit', 'disable', 'fault', 'enable'],
  quick: ['complete', 'start'],
  milestone: ['occur', 'terminate'],
  listener: ['occur'],
  stage: ['start', 'complete', 'exit', 'terminate'],
};

function content(nodes: readonly Node[], numbered: readonly Node[]): string {
  const [items, rows, sentries, definitions]: [string[], string[], string[], string[]] = [[], [], [], []];
  for (const each of nodes) {
    const id = numbered.indexOf(each);
    const criteria = guardsOf(each).map(
      ({ kind }, at) => `<${kind}Criterion id="c${id}_${at}" sentryRef="s${id}_${at}"/>`,
    );
    for (const [at, one] of guardsOf(each).entries()) sentries.push(sentry(`s${id}_${at}`, one, numbered));
    const type = each.isDiscretionary ? 'discretionaryItem' : 'planItem';
    const text = `<${type} id="i${id}" definitionRef="d${id}">${control(each)}${criteria.join('')}</${type}>`;
    (each.isDiscretionary ? rows : items).push(text);
    definitions.push(definition(each, id, numbered));
  }
  const table = rows.length > 0 ? `<planningTable>${rows.join('')}</planningTable>` : '';
  return [...items, ...sentries, table, ...definitions].join('');
}

function guardsOf({ kind, guards }: Node): readonly Guard[] {
  if (kind === 'listener') return [];
  return kind === 'milestone' ? guards.filter((each) => each.kind === 'entry') : guards;
}

function sentry(id: string, { parts, condition }: Guard, numbered: readonly Node[]): string {
  const onParts = parts.map(({ source, event }) => {
    // One in so many listens to the case file.
    if (source % (numbered.length + 1) === numbered.length) {
      const name = ['create', 'update', 'addChild', 'delete'][event % 4];
      return `<caseFileItemOnPart sourceRef="F"><standardEvent>${name}</standardEvent></caseFileItemOnPart>`;
    }
    const at = source % (numbered.length + 1);
    const names = events[numbered[at]?.kind ?? 'task'];
    return `<planItemOnPart sourceRef="i${at}"><standardEvent>${names[event % names.length]}</standardEvent></planItemOnPart>`;
  });
  const ifPart =
    condition === 'none' ? '' : `<ifPart><condition>${conditions[condition].replace('>', '&gt;')}</condition></ifPart>`;
  return `<sentry id="${id}">${onParts.join('')}${ifPart}</sentry>`;
}

function control({ kind, required, repetition, manual }: Node): string {
  const named = (name: string, value: Rule) =>
    value === 'none' ? '' : `<${name}><condition>${conditions[value].replace('>', '&gt;')}</condition></${name}>`;
  const isWork = kind !== 'listener' && kind !== 'milestone';
  const rules = [
    kind === 'listener' ? '' : named('repetitionRule', repetition),
    kind === 'listener' ? '' : named('requiredRule', required),
    isWork ? named('manualActivationRule', manual) : '',
  ];
  return `<itemControl>${rules.join('')}</itemControl>`;
}

function definition(each: Node, id: number, numbered: readonly Node[]): string {
  if (each.kind === 'stage')
    return `<stage id="d${id}" autoComplete="${each.autoComplete}">${content(each.children, numbered)}</stage>`;
  if (each.kind === 'milestone') return `<milestone id="d${id}"/>`;
  if (each.kind === 'listener') return `<userEventListener id="d${id}"/>`;
  const type = { nothing: 'humanTask', process: 'processTask', case: 'caseTask' }[each.runs];
  const called = { nothing: '', process: ' processRef="P"', case: ' caseRef="D"' }[each.runs];
  return `<${type} id="d${id}" isBlocking="${each.kind === 'task'}"${called}/>`;
}
