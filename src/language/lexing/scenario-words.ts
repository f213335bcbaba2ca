/**
 * The words of a scenario: keywords in its block alone, and there only where no name is due. So a step may be called `complete`, and a
 * scenario may still say `complete complete`.
 */
import type { IToken } from 'chevrotain';

/** All keywords of the block of a scenario. A test holds this list to the grammar. */
export const SCENARIO_WORDS: ReadonlySet<string> = new Set([
  ...['start', 'complete', 'timer', 'occur', 'plan', 'disable', 'reenable', 'terminate', 'suspend', 'resume'],
  ...['reactivate', 'close', 'message', 'signal', 'fail', 'error', 'file', 'choose', 'set'],
  ...['items', 'again', 'done', 'otherwise', 'way', 'true', 'false', 'null', 'language'],
  ...['expect', 'active', 'end', 'never', 'ended', 'refused', 'visited', 'state', 'sent', 'failed', 'within'],
  ...['on', 'after', 'at', 'every', 'condition', 'escalation', 'compensation', 'link', 'cancel'],
]);

/** Behind these on their line a name is due, whatever its letters. */
const BEFORE_NAMES: ReadonlySet<string> = new Set([
  ...[
    'complete',
    'timer',
    'occur',
    'plan',
    'disable',
    'reenable',
    'terminate',
    'suspend',
    'resume',
    'reactivate',
    'close',
  ],
  ...['message', 'signal', 'fail', 'error', 'escalation', 'compensation', 'file'],
  ...['active', 'end', 'never', 'visited', 'state', 'sent', 'failed', '->', ',', '.'],
]);

/** Behind `choose` these are names where they go on as a gateway does: `choose again "yes"`. */
export const CHOICES: ReadonlySet<string> = new Set(['items', 'again', 'done', 'otherwise', 'way', 'true', 'false']);

const VALUES: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** What a token is called by the grammar where it stands; the tokens before it are judged already. */
export interface Place {
  readonly before: readonly IToken[];
  readonly next: IToken | undefined;
  /** Depth of braces, 1 in the block itself. */
  readonly depth: number;
}

/** Whether a word is one of the scenario's own there, else it is a name. */
export function isScenarioWord(token: IToken, { before, next, depth }: Place): boolean {
  const word = token.image;
  if (!SCENARIO_WORDS.has(word)) return false;
  if (depth > 1) return VALUES.has(word) && next?.image !== ':';
  const [last, lastButOne] = [before.at(-1), before.at(-2)].map((one) => (isOnLine(one, token) ? one : undefined));
  // Behind a word that is none of its own all of the line belongs to that.
  if (last?.tokenType.name === 'LINE_WORD') return false;
  if (last && isKeyword(last)) {
    if (last.image === 'choose')
      return CHOICES.has(word) && !goesOnAsGateway(word, isOnLine(next, token) ? next : undefined);
    // Behind `timer` alone its event is due.
    if (last.image === 'timer' && lastButOne?.image === 'on') return true;
    return !BEFORE_NAMES.has(last.image);
  }
  // `state check active`
  return !(lastButOne && isKeyword(lastButOne) && lastButOne.image === 'state');
}

function goesOnAsGateway(word: string, next: IToken | undefined): boolean {
  if (next?.tokenType.name === 'STRING' || next?.image === '->') return true;
  if (next && CHOICES.has(next.image)) return true;
  return /^\d/.test(next?.image ?? '') && word !== 'items' && word !== 'way';
}

function isOnLine(one: IToken | undefined, token: IToken): boolean {
  return one !== undefined && (one.endLine ?? one.startLine) === token.startLine;
}

/** Names are words to the grammar by now, whatever they were before. */
function isKeyword({ tokenType }: IToken): boolean {
  return tokenType.name !== 'WORD' && tokenType.name !== 'LINE_WORD';
}
