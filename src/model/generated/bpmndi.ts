// Made by scripts/generate-model.ts from the descriptors and schemas of bpmn-moddle and cmmn-moddle. Do not edit.
import type * as bpmn from './bpmn.ts';
import type * as di from './di.ts';
import type * as dc from './dc.ts';

export type ParticipantBandKind = 'top_initiating' | 'middle_initiating' | 'bottom_initiating' | 'top_non_initiating' | 'middle_non_initiating' | 'bottom_non_initiating';

export type MessageVisibleKind = 'initiating' | 'non_initiating';

export interface BPMNDiagram extends di.Diagram {
  plane?: BPMNPlane | undefined;
  labelStyle: BPMNLabelStyle[];
}

export interface BPMNPlane extends di.Plane {
  bpmnElement?: bpmn.BaseElement | undefined;
}

export interface BPMNShape extends di.LabeledShape {
  bpmnElement?: bpmn.BaseElement | undefined;
  isHorizontal?: boolean | undefined;
  isExpanded?: boolean | undefined;
  isMarkerVisible?: boolean | undefined;
  isMessageVisible?: boolean | undefined;
  participantBandKind?: ParticipantBandKind | undefined;
  choreographyActivityShape?: BPMNShape | undefined;
  label?: BPMNLabel | undefined;
}

export interface BPMNEdge extends di.LabeledEdge {
  bpmnElement?: bpmn.BaseElement | undefined;
  sourceElement?: di.DiagramElement | undefined;
  targetElement?: di.DiagramElement | undefined;
  messageVisibleKind: MessageVisibleKind;
  label?: BPMNLabel | undefined;
}

export interface BPMNLabel extends di.Label {
  labelStyle?: BPMNLabelStyle | undefined;
}

export interface BPMNLabelStyle extends di.Style {
  font?: dc.Font | undefined;
}
