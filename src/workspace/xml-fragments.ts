/** Parts of a model as they come by the clipboard: elements of BPMN or CMMN without the file around them. */
import { allElements, type CmmnDefinitions, type Definitions, is, readModel, writeModel } from '../model/index.ts';

/** A fragment as a file, and how its text is told apart from what was put around it. */
export interface WrappedFragment {
  readonly xml: string;
  /** The statements of a text that was made of it; undefined where it has another form. */
  partOf(text: string): string | undefined;
}

/** An id that nobody has. */
const around = 'pasted';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const CMMN = 'http://www.omg.org/spec/CMMN/20151109/MODEL';

/** The prefixes that tools write, for fragments that do not say what theirs mean. */
const prefixes = Object.entries({
  bpmn: BPMN,
  bpmn2: BPMN,
  semantic: BPMN,
  cmmn: CMMN,
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  camunda: 'http://camunda.org/schema/1.0/bpmn',
  zeebe: 'http://camunda.org/schema/zeebe/1.0',
}).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);

/**
 * Puts a file around steps, or items of a case, that stand alone. Flows to what is not there are left out.
 * @returns undefined for what is a whole file, or is no part of a process or a case
 */
export function wrapFragment(fragment: string): WrappedFragment | undefined {
  if (!/^\s*</.test(fragment) || /<(?:[\w.-]+:)?definitions\b/.test(fragment)) return undefined;
  const inner = fragment
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .replace(/<((?:[\w.-]+:)?(?:incoming|outgoing))>[^<]*<\/\1>\s*/g, '');
  return ofProcess(inner) ?? ofCase(inner);
}

function ofProcess(inner: string): WrappedFragment | undefined {
  const { definitions } = readModel(file(BPMN, `<process id="${around}">${inner}</process>`));
  const [process] = is(definitions, 'bpmn:Definitions') ? definitions.rootElements : [];
  const isPart = is(process, 'bpmn:Process') && process.flowElements.length + process.artifacts.length > 0;
  return definitions && isPart ? { xml: nameless(definitions), partOf: (text) => inside(text, 'process') } : undefined;
}

function ofCase(inner: string): WrappedFragment | undefined {
  const { definitions } = readModel(
    file(CMMN, `<case id="${around}"><casePlanModel id="${around}Plan">${inner}</casePlanModel></case>`),
  );
  const plan = is(definitions, 'cmmn:Definitions') ? definitions.cases[0]?.casePlanModel : undefined;
  return definitions && plan && plan.planItems.length > 0
    ? { xml: nameless(definitions), partOf: (text) => inside(text, 'case') }
    : undefined;
}

/** What has no name gets ids that no text shows: those that it has were made from its kind, and others of its kind have them where it is pasted. */
function nameless(definitions: Definitions | CmmnDefinitions): string {
  let count = 0;
  for (const element of allElements(definitions)) {
    const hasName = element.get('name') !== undefined || element.get('text') !== undefined;
    const id: unknown = element.get('id');
    if (typeof id === 'string' && !id.startsWith(around) && !hasName)
      element.set('id', `${element.$type.replace(/^.*:/, '')}_${String(++count).padStart(7, '0')}`);
  }
  return writeModel(definitions);
}

function file(namespace: string, content: string): string {
  const head = `xmlns="${namespace}" ${prefixes.join(' ')} targetNamespace="${around}"`;
  return `<definitions ${head}>${content}</definitions>`;
}

/** The statements in the block around them, a step less deep; what stands at the head of the file stays before them. */
function inside(text: string, keyword: string): string | undefined {
  const lines = text.trimEnd().split('\n');
  const first = lines.findIndex((line) => line.startsWith(`${keyword} ${around}`) && line.endsWith('{'));
  if (first < 0 || lines.at(-1) !== '}') return undefined;
  const statements = lines.slice(first + 1, -1).map((line) => line.replace(/^ {2}/, ''));
  return [...lines.slice(0, first), ...statements, ''].join('\n');
}
