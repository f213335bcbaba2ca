import { type CallActivity, is, ownPropertyOf } from '../../../model/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { The, the } from '../../words.ts';

/** The namespace of BPMN, which an import of another such file names as its type. */
const bpmnFiles = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

export const calledElementInFile: Rule = {
  id: 'AC38',
  name: 'called-element-in-file',
  statement: 'What a call activity calls is a process or global task of its file, or of one that the file imports.',
  why: 'By the standard a name without a prefix is one of this file. Engines look among what is deployed, a reader cannot.',
  severity: 'info',
  clause: 'BPMN 2.0.2, 10.3.6',
  references: ['REF'],
  check(context) {
    const byId = Map.groupBy(context.elements(), (element) => ownPropertyOf(element, 'id'));
    for (const call of context.all('bpmn:CallActivity')) {
      const id = nameInFile(call, context);
      if (id === undefined) continue;
      const found = byId.get(id) ?? [];
      const [other] = found;
      if (found.some((one) => is(one, 'bpmn:CallableElement'))) continue;
      if (other)
        context.report(call, `${The(call)} calls ${the(other)}, which is no process. Name a process or global task.`);
      else if (!importsFiles(context))
        context.report(
          call,
          `${The(call)} calls "${id}", which is not in this file. Import the file that has it, or correct the name.`,
        );
    }
  },
};

/** The id that a call names in this file; undefined where it names nothing, something elsewhere, or has an expression say it. */
function nameInFile({ calledElement }: CallActivity, { definitions }: RuleContext): string | undefined {
  const name = calledElement?.trim();
  if (!name || /[${}=\s]/.test(name)) return undefined;
  const [prefix, local] = name.includes(':') ? name.split(':', 2) : [undefined, name];
  if (prefix === undefined) return local;
  const namespace = definitions.$attrs[`xmlns:${prefix}`];
  return namespace === undefined || namespace === definitions.get('targetNamespace') ? local : undefined;
}

function importsFiles({ definitions }: RuleContext): boolean {
  return is(definitions, 'bpmn:Definitions') && definitions.imports.some(({ importType }) => importType === bpmnFiles);
}
