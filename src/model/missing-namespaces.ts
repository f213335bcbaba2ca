/** Binds at the root, once for all, the namespaces that the new parts of a model need. */

import { type Package, type PropertyDescriptor, packages } from '../schema/index.ts';
import { ModelObject } from './element-class.ts';
import type { Scope } from './scope.ts';
import { eachContained } from './walk.ts';
import { CUSTOMARY, namespacesOf, splitName } from './xml-names.ts';

/** Adds to the scope of the root what its own attributes do not bind, under the customary prefixes. */
export function bindMissing(root: ModelObject, scope: Scope): void {
  const needs = new Needs();
  needs.add(root, undefined);
  const open = [root];
  const add = (child: ModelObject, property: PropertyDescriptor): void => {
    needs.add(child, property);
    open.push(child);
  };
  for (let element = open.pop(); element; element = open.pop()) eachContained(element, add);
  for (const one of packages) {
    if (needs.packages.has(one) && scope.prefixOf(namespacesOf(one)) === undefined)
      scope.bind(one.writtenPrefix, one.uri);
  }
  for (const [uri, prefix] of CUSTOMARY) {
    if (needs.customary.has(prefix) && scope.prefixOf([uri]) === undefined) scope.bind(prefix, uri);
  }
}

class Needs {
  readonly packages = new Set<Package>();
  /** Prefixes. */
  readonly customary = new Set<string>();

  add(element: ModelObject, property: PropertyDescriptor | undefined): void {
    if (!ModelObject.sourceOf(element)) this.#addNew(element, property);
    for (const name in ModelObject.touchedAttributes(element)) this.customary.add(splitName(name)[0]);
  }

  #addNew(element: ModelObject, property: PropertyDescriptor | undefined): void {
    const home = element.descriptor.package;
    if (!property || property.element === '') {
      this.packages.add(home);
      return;
    }
    this.packages.add(property.package);
    // The name says nothing of the type: if that is a special one, xsi:type has to.
    if (property.type === element.$type) return;
    this.packages.add(home);
    this.customary.add('xsi');
  }
}
