/** The language: text in; syntax tree, names and problems out. */
export * from './generated/ast.ts';
export { type IdTable, idOf, idsOf } from './ids.ts';
export { createProcedoServices, ProcedoModule, type ProcedoServices } from './procedo-module.ts';
export { documentationOf, expressionText, labelOf, languageOf } from './texts.ts';
