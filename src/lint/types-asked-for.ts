/** What a rule looks for, so that it need not be asked of models that have nothing of it: most rules, of most models. */
import { createElement, type TypeMap } from '../model/index.ts';
import { typesByRule } from './generated/types-by-rule.ts';
import type { ActiveRule, RuleContext } from './rule.ts';

type TypeName = keyof TypeMap;

const known = new WeakMap<readonly ActiveRule[], readonly (readonly TypeName[] | undefined)[]>();

/**
 * For each of some rules the types that it asks for in a model without any element, from a table where neither options nor an engine may
 * change them: V8 need not compile the rules that are not asked, which takes longer than a small model. Of a model that has none of these it says nothing: it is
 * told the same, and tells the same. undefined: it asks for more than elements by their types.
 */
export function typesAskedFor(rules: readonly ActiveRule[]): readonly (readonly TypeName[] | undefined)[] {
  const asked = known.get(rules) ?? rules.map(knownTypesOf);
  known.set(rules, asked);
  return asked;
}

function knownTypesOf(active: ActiveRule): readonly TypeName[] | undefined {
  const { rule, profile } = active;
  const isAsEver = rule.options === undefined && profile === undefined;
  return (isAsEver ? typesByRule[rule.id] : undefined) ?? typesOf(active);
}

/** The types that a rule asks for, as it says when it is asked of a model without any element. */
export function typesOf({
  rule,
  options,
  profile,
}: Pick<ActiveRule, 'rule' | 'options' | 'profile'>): readonly TypeName[] | undefined {
  const types = new Set<TypeName>();
  let isAll = true;
  const asksMore = <T>(value: T): T => {
    isAll = false;
    return value;
  };
  const none = () => asksMore([]);
  const context: RuleContext = {
    all: (type) => {
      types.add(type);
      return [];
    },
    hasAny: (asked) => {
      for (const type of asked) types.add(type);
      return false;
    },
    drawings: () => {
      types.add('bpmndi:BPMNPlane');
      return [];
    },
    get definitions() {
      return asksMore(createElement('bpmn:Definitions'));
    },
    get hasDrawing() {
      return asksMore(true);
    },
    childrenOfType: none,
    elements: none,
    incoming: none,
    outgoing: none,
    messagesTo: none,
    messagesFrom: none,
    associationsFrom: none,
    boundaryEventsOf: none,
    proofs: none,
    poolOf: () => asksMore(undefined),
    report: () => asksMore(undefined),
    options,
    profile,
  };
  rule.check?.(context);
  return isAll ? [...types] : undefined;
}
