// Made by scripts/generate-model.ts from the descriptors and schemas of bpmn-moddle and cmmn-moddle. Do not edit.
import type { ModelElement } from '../model-element.ts';
import type * as cmmn from './cmmn.ts';
import type * as cdi from './cdi.ts';
import type * as cdc from './cdc.ts';

export interface CMMNDI extends ModelElement {
  diagrams: CMMNDiagram[];
  styles: CMMNStyle[];
}

export interface CMMNDiagram extends cdi.Diagram {
  cmmnElementRef?: cmmn.CMMNElement | undefined;
  Size?: cdc.Dimension | undefined;
  diagramElements: CMMNDiagramElement[];
}

export interface CMMNDiagramElement extends cdi.DiagramElement {}

export interface CMMNShape extends cdi.Shape, CMMNDiagramElement {
  cmmnElementRef?: cmmn.CMMNElement | undefined;
  isCollapsed?: boolean | undefined;
  isPlanningTableCollapsed?: boolean | undefined;
  label?: CMMNLabel | undefined;
}

export interface CMMNEdge extends cdi.Edge, CMMNDiagramElement {
  cmmnElementRef?: cmmn.CMMNElement | undefined;
  sourceCMMNElementRef?: cmmn.CMMNElement | undefined;
  targetCMMNElementRef?: cmmn.CMMNElement | undefined;
  isStandardEventVisible?: boolean | undefined;
  label?: CMMNLabel | undefined;
}

export interface CMMNLabel extends cdi.Shape {}

export interface CMMNStyle extends cdi.Style {
  fontFamily?: string | undefined;
  fontSize?: number | undefined;
  fontItalic?: boolean | undefined;
  fontBold?: boolean | undefined;
  fontUnderline?: boolean | undefined;
  fontStrikeThrough?: boolean | undefined;
  FillColor?: cdc.Color | undefined;
  StrokeColor?: cdc.Color | undefined;
  FontColor?: cdc.Color | undefined;
}
