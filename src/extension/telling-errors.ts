import { type Uri, window } from 'vscode';
import type { ViewProblem } from '../protocol/server.ts';
import { firstError, nameOf } from './telling.ts';
import { openText } from './text-editors.ts';

/**
 * Says what could not be done with a file because of an error in it, and leads there.
 * @param what as in "order.bpmn was not imported"
 * @param problems undefined where the server has not answered
 */
export async function tellErrors(file: Uri, what: string, problems: readonly ViewProblem[] | undefined): Promise<void> {
  const range = problems?.find(({ severity }) => severity === 'error')?.range;
  const message = `${nameOf(file)} ${what}: ${firstError(problems)}`;
  const answer = await window.showErrorMessage(message, ...(range ? ['Show Place'] : []));
  if (answer !== undefined && range) await openText(file, range);
}
