/** The reverse of the mapping: a model as the text that a person would have written, and what the layout file keeps beside it. */
export { casesBeside } from './cases/cases-beside.ts';
export { printCases } from './cases/print-cases.ts';
export { layoutBeside } from './layout-beside.ts';
export { nestedTooDeep } from './nesting.ts';
export { type PrintedText, printText } from './print-text.ts';
export { isSpeaking } from './speaking-id.ts';
export type { Statistics } from './statistics.ts';
