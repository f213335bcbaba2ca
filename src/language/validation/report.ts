import type { AstNode, Properties, ValidationAcceptor } from 'langium';
import type { Severity } from '../../base/problem.ts';

/** What a fix needs to know, beside the code; sent along as the diagnostic's data. */
export type FixData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Where a problem is marked: at a property, at a keyword, or at the whole node. */
export interface Spot<N extends AstNode> {
  readonly property?: Properties<N>;
  readonly keyword?: string;
  readonly index?: number;
  readonly data?: FixData;
}

/** Reports one problem of a node. @param code stable, kebab-case; @param message says what to do */
export function report<N extends AstNode>(
  accept: ValidationAcceptor,
  severity: Severity,
  code: string,
  message: string,
  node: N,
  { data, ...spot }: Spot<N> = {},
): void {
  accept<N>(severity, message, { node, ...spot, code, data: { code, ...data } });
}
