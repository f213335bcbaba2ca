import type { Rule } from 'chevrotain';
import type { LangiumCoreServices } from 'langium';

/** The rules of the parser as Chevrotain holds them. Langium keeps its parser to itself: this is the one place that reaches in. */
export function ruleProductions(services: LangiumCoreServices): Readonly<Record<string, Rule>> {
  const parser: unknown = services.parser.LangiumParser;
  return (parser as { wrapper: { getGAstProductions(): Record<string, Rule> } }).wrapper.getGAstProductions();
}
