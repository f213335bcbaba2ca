import type { Question } from '../../src/simulation/index.ts';
import type { Row } from './keyed-list.ts';
import { runNumber } from './run-number.ts';

export type Answer = (question: Question, given: Record<string, unknown> | number) => void;

/** Numbers, truth values, lists and texts in quotes as in JSON; anything else is a text as it stands. */
export function variableValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A form that asks for what a decision depends on: a field for each variable, or a number. */
export function questionRow(answer: Answer): Row<Question> {
  const [element, form, label] = ['li', 'form', 'span'].map((name) => document.createElement(name));
  const send = document.createElement('button');
  send.textContent = 'Decide';
  const number = runNumber();
  let shown: Question | undefined;
  if (!element || !form || !label) throw new Error('The page makes no elements.');
  element.className = 'question';
  element.append(number.element, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (shown) answer(shown, givenIn(form, shown));
  });
  const update = (question: Question) => {
    number.update(question.run);
    label.textContent = question.label;
    if (shown?.reads.join() !== question.reads.join()) form.replaceChildren(label, ...fields(question), send);
    shown = question;
  };
  return { element, update };
}

function fields({ label, reads }: Question): HTMLElement[] {
  if (reads.length > 0) return reads.map((name) => field(name, 'text'));
  const count = field('', 'number');
  const input = count.querySelector('input');
  input?.setAttribute('aria-label', label);
  input?.setAttribute('min', '0');
  if (input) input.value = '3';
  return [count];
}

function field(name: string, type: string): HTMLElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.name = name;
  input.type = type;
  input.autocomplete = 'off';
  label.append(name, input);
  return label;
}

/** What stands in the fields; what was left empty stays unknown. */
function givenIn(form: HTMLElement, { reads }: Question): Record<string, unknown> | number {
  const inputs = [...form.querySelectorAll('input')];
  if (reads.length === 0) return Math.max(0, Math.floor(Number(inputs[0]?.value ?? 0)));
  const filled = inputs.filter(({ value }) => value.trim() !== '');
  return Object.fromEntries(filled.map(({ name, value }) => [name, variableValue(value.trim())]));
}
