/** What a task hands to what it runs, and takes from it: the parameter mappings of CMMN. */
import type { Cmmn } from '../../model/index.ts';
import type { Value } from '../expressions/expression.ts';
import type { Source } from './case-source.ts';
import type { Mapping } from './plan.ts';

type Variables = Readonly<Record<string, Value>>;

type CallingTask = Cmmn.Task & { readonly parameterMapping: readonly Cmmn.ParameterMapping[] };

/** The mappings of a task by direction. */
export function readMappings(
  task: CallingTask,
  { conditionOf }: Source,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } {
  const read = (isMine: (mapping: Cmmn.ParameterMapping) => boolean) =>
    task.parameterMapping.filter(isMine).flatMap((mapping): Mapping[] => {
      const [from, to] = [variableOf(mapping.sourceRef), variableOf(mapping.targetRef)];
      const value = conditionOf(mapping.transformation);
      return from !== '' && to !== '' ? [{ from, to, ...(value && { value }) }] : [];
    });
  const has = (list: readonly Cmmn.Parameter[], one: Cmmn.Parameter | undefined) => list.some((each) => each === one);
  return {
    inputs: read(({ sourceRef }) => has(task.input, sourceRef)),
    outputs: read(({ targetRef }) => has(task.output, targetRef)),
  };
}

/** A parameter is the variable of its name, else that of the case file item that it is bound to. */
function variableOf(parameter: (Cmmn.Parameter & { readonly bindingRef?: Cmmn.CaseFileItem | undefined }) | undefined) {
  return parameter?.name || parameter?.bindingRef?.id || parameter?.id || '';
}

/** The variables that mappings make of others; without a mapping all pass as they are, and what is not set is left out. */
export function mapped(data: Variables, mappings: readonly Mapping[] | undefined): Variables {
  if (!mappings || mappings.length === 0) return data;
  const all = { get: (name: string) => (Object.hasOwn(data, name) ? data[name] : undefined), all: () => data };
  return Object.fromEntries(
    mappings.flatMap(({ from, to, value }) => {
      const found = value ? value.evaluate(all) : all.get(from);
      return found === undefined ? [] : [[to, found]];
    }),
  );
}
