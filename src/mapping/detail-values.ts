/** Values of the text as the model holds them. */
import type { Value } from '../language/index.ts';
import type { PropertyDescriptor } from '../schema/index.ts';

/** The value that a property takes; undefined where it is of another kind (validation tells). */
export function plainValue(
  value: Value | undefined,
  property: PropertyDescriptor,
): string | number | boolean | undefined {
  switch (property.type) {
    case 'Boolean':
      return value?.bool && value.bool === 'true';
    case 'Integer':
    case 'Real':
      return value?.number && Number(value.number);
    default:
      return value?.text ?? value?.expression?.text;
  }
}
