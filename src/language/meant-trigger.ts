import type { Act, ScenarioNode, Trigger } from './generated/ast.ts';
import { isEvent, isHandler } from './generated/ast.ts';
import { expressionText } from './texts.ts';

/** What an event waits for. */
export function triggersOf(node: ScenarioNode): readonly Trigger[] {
  return isEvent(node) || isHandler(node) ? node.triggers : [];
}

/** The trigger of an event by which it occurs in a scenario; without the rest of it the first of its kind. Undefined: it has no such trigger. */
export function meantTrigger({ node, by }: Act): Trigger | undefined {
  const event = node?.ref;
  return event && by ? triggersOf(event).find((trigger) => isMeant(trigger, by)) : undefined;
}

function isMeant(trigger: Trigger, by: Trigger): boolean {
  const [has, wants] = [restOf(trigger), restOf(by)];
  return trigger.$type === by.$type && (wants === undefined || has === wants);
}

/** What stands behind the word of a trigger: what it refers to, or a text. */
function restOf(trigger: Trigger): unknown {
  switch (trigger.$type) {
    case 'MessageTrigger':
      return trigger.message?.ref;
    case 'SignalTrigger':
      return trigger.signal?.ref;
    case 'ErrorTrigger':
      return trigger.error?.ref;
    case 'EscalationTrigger':
      return trigger.escalation?.ref;
    case 'TimerTrigger':
      return expressionText(trigger.value);
    case 'ConditionTrigger':
      return expressionText(trigger.condition);
    default:
      return undefined;
  }
}

/** A trigger as it stands in the text. */
export function shownTrigger({ $cstNode }: Trigger): string {
  return $cstNode?.text.replace(/\s+/g, ' ') ?? '';
}
