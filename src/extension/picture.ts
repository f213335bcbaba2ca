import type { Uri } from 'vscode';
import type { DiagramName } from '../protocol/server.ts';
import type { Models } from './models.ts';
import { tellErrors } from './telling-errors.ts';

/** A diagram of a document as PNG in base64; '' where there is none, of which the person is told. @param diagram the first by default */
export async function pictureOf(models: Models, uri: Uri, diagram: DiagramName | undefined): Promise<string> {
  const which = diagram && { diagram: diagram.id, notation: diagram.notation };
  const result = await models.export(uri, { format: 'png', ...which });
  if (result?.content === undefined) void tellErrors(uri, 'was not copied', result?.problems);
  return result?.content ?? '';
}
