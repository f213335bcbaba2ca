/** What happens in a run of cases, and what can, in words. */
import type {
  CaseAct,
  CaseItem,
  CasePlan,
  CaseTraceEntry,
  OnPart,
  SeenCriterion,
  SeenInstance,
} from '../semantics/index.ts';
import type { Offer, Reason } from './moment.ts';

export function called(item: Pick<CaseItem, 'name' | 'id'> | undefined): string {
  return item ? `"${item.name || item.id}"` : 'the case';
}

/** What an item, case or case file item is called. */
export function calledIn(plan: CasePlan, id: string): string {
  const item = plan.items[plan.itemOfId.get(id) ?? plan.caseOfId.get(id) ?? -1];
  const file = plan.files[plan.fileOfId.get(id) ?? -1];
  return `"${(item ?? file)?.name || id}"`;
}

/** Id of what a part of a criterion listens to; '': it is not in the model. */
export function sourceOf(plan: CasePlan, { of, source }: OnPart): string {
  return (of === 'item' ? plan.items[source] : plan.files[source])?.id ?? '';
}

function eventOf(plan: CasePlan, part: OnPart): string {
  const id = sourceOf(plan, part);
  return `${id === '' ? 'something that is not there' : calledIn(plan, id)} ${pastOf(part.transition)}`;
}

/** What an item waits for at one of its criteria. */
export function reasonOf(
  plan: CasePlan,
  { item }: SeenInstance,
  { criterion, occurred, condition }: SeenCriterion,
): Omit<Reason, 'run'> {
  const missing = criterion.parts.filter((_, at) => !occurred[at]);
  const events = missing.map((part) => eventOf(plan, part)).join(' and ');
  const rest = missing.length > 0 ? `waits until ${events}` : 'has heard all that it waits for';
  const unless = condition === false && missing.length === 0 ? ', but its condition does not hold' : '';
  return {
    element: item.id,
    sentence: `${called(item)} ${rest}${unless}.`,
    isForEver: criterion.parts.some(({ source }) => source < 0),
    awaits: missing.map((part) => sourceOf(plan, part)).filter((id) => id !== ''),
  };
}

/** What happened, as a sentence. */
export function sentenceOf(plan: CasePlan, entry: CaseTraceEntry): string {
  const name = calledIn(plan, entry.element);
  switch (entry.what) {
    case 'went':
      return entry.from === undefined ? `${name} is ${entry.to}` : `${name} went from ${entry.from} to ${entry.to}`;
    case 'heard':
      return heardBy(plan, entry);
    case 'planned':
      return `${name} was added`;
    case 'filed':
      return `${name} ${pastOf(entry.transition)}`;
    case 'asked':
      return `${name} needs a decision: ${decisions[entry.about] ?? 'whether its condition holds'}`;
    default:
      return `${name} would go on for ever, and rests`;
  }
}

const decisions: Readonly<Record<string, string>> = {
  required: 'whether it is required',
  manual: 'whether it is started by hand',
  repetition: 'whether it is repeated',
};

/** `"Decide" heard that "Check" completes`: the entry names the criterion. */
function heardBy(plan: CasePlan, { element, part }: CaseTraceEntry & { readonly what: 'heard' }): string {
  for (const item of plan.items) {
    const event = item.criteria.find(({ id }) => id === element)?.parts[part];
    if (event) return `${called(item)} heard that ${eventOf(plan, event)}`;
  }
  return `${element} heard a part of what it waits for`;
}

export const rules = { required: 'required', manual: 'started by hand', repetition: 'repeated' } as const;

const kinds: Readonly<Record<string, Offer['kind']>> = {
  complete: 'finish',
  occur: 'event',
  manualStart: 'start',
  reactivate: 'again',
  fault: 'fail',
  terminate: 'fail',
};

export function kindOf(transition: string): Offer['kind'] {
  return kinds[transition] ?? 'state';
}

/** Work goes on by these; the rest interrupts it, or sets it aside. */
export function isMain(act: CaseAct): boolean {
  if (act.do === 'transition')
    return ['complete', 'occur', 'manualStart', 'resume', 'reenable'].includes(act.transition);
  return act.do !== 'open' && act.do !== 'set';
}

const verbs: Readonly<Record<string, string>> = {
  manualStart: 'Start',
  occur: 'Let happen:',
  fault: 'Let fail:',
  addChild: 'Add a child to',
  removeChild: 'Remove a child from',
  addReference: 'Add a reference to',
  removeReference: 'Remove a reference from',
};

/** `manualStart` → `Start`, `suspend` → `Suspend`. */
export function verbOf(transition: string): string {
  return verbs[transition] ?? transition.charAt(0).toUpperCase() + transition.slice(1);
}

const past: Readonly<Record<string, string>> = {
  create: 'is created',
  update: 'is updated',
  replace: 'is replaced',
  delete: 'is deleted',
  occur: 'occurs',
  exit: 'exits',
  start: 'starts',
  manualStart: 'starts by hand',
  addChild: 'gets a child',
  removeChild: 'loses a child',
  addReference: 'gets a reference',
  removeReference: 'loses a reference',
};

function pastOf(transition: string): string {
  return past[transition] ?? `${transition}s`;
}
