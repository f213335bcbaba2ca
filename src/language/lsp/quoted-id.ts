import { RESERVED_WORDS } from '../lexing/reserved-words.ts';
import { isBareId } from '../xml-name.ts';

/** An id as it is written in the text: in quotes where it is a reserved word or has characters that a bare id has not. */
export function quotedId(id: string): string {
  return isBareId(id) && !RESERVED_WORDS.has(id) ? id : `'${id}'`;
}
