import type { SourceDocument, Verdict } from '../workspace/index.ts';
import { problemLine } from './problem-lines.ts';
import { visibleText } from './visible-text.ts';

const codes: Readonly<Record<Verdict['witnesses'][number]['property'], string>> = {
  sound: 'message-left',
  optionToComplete: 'option-to-complete',
  properCompletion: 'proper-completion',
  safe: 'safe',
  noDeadActivities: 'no-dead-activities',
  criterion: 'criterion-never-met',
};

const properties = [
  ['optionToComplete', 'it can always be completed'],
  ['properCompletion', 'no end event is reached twice'],
  ['safe', 'never two tokens on one flow'],
  ['noDeadActivities', 'no activity is dead'],
] as const;

/** A verdict to read: a line that says what holds, then each finding at its place, with the run that shows it. */
export function verdictLines(name: string, { sourceMap }: SourceDocument, verdict: Verdict): string[] {
  const findings = verdict.witnesses.flatMap(({ property, message, elements, run }) => {
    const range = elements.map((id) => sourceMap?.rangeOf(id)).find((each) => each);
    const problem = { severity: 'error' as const, code: codes[property], message, ...(range && { range }) };
    return [problemLine(name, problem), ...run.map(({ sentence }, at) => `    ${at + 1}. ${sentence}`)];
  });
  return [`${name}: ${headOf(verdict)}`, ...findings].map(visibleText);
}

function headOf(verdict: Verdict): string {
  const { kind, element, name, sound, states, bounded } = verdict;
  const seen = states === 0 ? 'proven by structure' : `${states.toLocaleString('en')} state${states === 1 ? '' : 's'}`;
  // Of cases only this is asked.
  const asked = kind === 'case' ? properties.filter(([property]) => property === 'noDeadActivities') : properties;
  const undecided = asked.filter(([property]) => verdict[property] === null).map(([, words]) => words);
  const why = bounded ? `not proven after ${states.toLocaleString('en')} states` : 'not decided';
  const rest = undecided.length > 0 ? `; ${why}: ${undecided.join(', ')}` : '';
  const words = sound === null ? 'no mistake found' : sound ? 'sound' : 'not sound';
  const isSafe = sound === true && verdict.safe === false ? ', but not safe' : '';
  return `${kind} "${name || element}": ${words}${isSafe} (${seen})${rest}`;
}
