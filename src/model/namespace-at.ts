/** What a prefix stands for at a place of a model. */
import { attributesSaid } from './element-class.ts';
import { ForeignObject } from './foreign-element.ts';
import type { ForeignElement, ModelElement } from './model-element.ts';
import { CUSTOMARY } from './xml-names.ts';

/** What XML binds itself, everywhere. */
const XML = 'http://www.w3.org/XML/1998/namespace';

/**
 * The namespace that a prefix is bound to at an element: by itself, else by the nearest around it.
 * @returns undefined where it is bound to nothing
 */
export function namespaceAt(element: ModelElement | ForeignElement, prefix: string): string | undefined {
  if (prefix === 'xml') return XML;
  for (let at: ModelElement | ForeignElement | undefined = element; at; at = at.$parent) {
    const uri = at instanceof ForeignObject ? at.bindings[prefix] : bindingOf(at, prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}

function bindingOf(element: ModelElement | ForeignElement, prefix: string): string | undefined {
  return '$attrs' in element ? attributesSaid(element as ModelElement)[`xmlns:${prefix}`] : undefined;
}

/** What a prefix among the `$attrs` of an element stands for: some need no binding, since the writer knows what they stand for. */
export function attributeNamespaceAt(element: ModelElement, prefix: string): string | undefined {
  return namespaceAt(element, prefix) ?? customaryNamespace(prefix);
}

/** Whether it is one of those. */
export function isCustomary(element: ModelElement, prefix: string): boolean {
  const customary = customaryNamespace(prefix);
  return customary !== undefined && customary === attributeNamespaceAt(element, prefix);
}

function customaryNamespace(prefix: string): string | undefined {
  for (const [customary, name] of CUSTOMARY) if (name === prefix) return customary;
  return undefined;
}
