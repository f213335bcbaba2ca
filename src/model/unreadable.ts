/** Why a file cannot be read. */
import { packages, typeNamed } from '../schema/index.ts';
import { splitName } from './xml-names.ts';

/** Ends the reading of a file at the first thing that makes the rest meaningless. Never leaves the reader. */
export class Unreadable extends Error {
  readonly code: string;
  /** Behind the last character that is meant; undefined: where the parser is. */
  readonly end: number | undefined = undefined;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * For a root element that is none of a model.
 * @param uri the namespace that it is of, unless that is one of the standards'
 */
export function noModel(tag: string, uri: string | undefined): Unreadable {
  const [, local = ''] = splitName(tag);
  // Drafts of the standard, and what tools write for themselves, look like models and are of another namespace.
  if (uri === undefined || local.toLowerCase() !== 'definitions') {
    const message = `The root element <${tag}> is no definitions element of BPMN 2.0 or CMMN. Give a file that is a model.`;
    return new Unreadable('not-a-model', message);
  }
  const known = packages.filter((one) => typeNamed(`${one.prefix}:Definitions`)).map((one) => `"${one.uri}"`);
  const message = `<${tag}> is of the namespace "${uri}", which BPMN 2.0 and CMMN do not know. Export the model as BPMN 2.0 or CMMN, where it is of ${known.join(' or ')}.`;
  return new Unreadable('not-a-model', message);
}
