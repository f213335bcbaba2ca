/** The key of the collaboration that no line stands for. @param isTaken whether an element of the text has the id `collaboration` */
export function collaborationKey(isTaken: boolean): string {
  return isTaken ? 'collaboration/pools' : 'collaboration';
}
