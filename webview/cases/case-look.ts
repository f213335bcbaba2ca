import { isCollapsed, isPlanningTableCollapsed, isStandardEventVisible } from 'cmmn-js/lib/util/DiUtil.js';
import {
  getName,
  getStandardEvent,
  hasPlanningTable,
  isAutoComplete,
  isCasePlanModel,
  isManualActivation,
  isRepeatable,
  isRequired,
} from 'cmmn-js/lib/util/ModelUtil.js';
import type { ModdleObject } from '../moddle.ts';
import { objectOf } from './case-objects.ts';

/** All that cmmn-js's renderer reads of an element, places aside: two elements with the same look are drawn the same. */
export function lookOf(semantic: ModdleObject): string {
  const definition = objectOf(semantic, 'definitionRef');
  const shown = objectOf(semantic, 'cmmnElementRef');
  return JSON.stringify([
    semantic.$type,
    definition?.$type,
    shown?.$type,
    getName(semantic),
    Reflect.get(semantic, 'text'),
    definition && Reflect.get(definition, 'isBlocking'),
    shown && Reflect.get(shown, 'associationDirection'),
    getStandardEvent(semantic),
    isStandardEventVisible(semantic),
    Boolean(isCasePlanModel(semantic)),
    Boolean(isAutoComplete(semantic)),
    Boolean(hasPlanningTable(semantic)),
    Boolean(isPlanningTableCollapsed(semantic)),
    isCollapsed(semantic),
    isManualActivation(semantic),
    isRepeatable(semantic),
    isRequired(semantic),
  ]);
}
