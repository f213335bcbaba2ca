import type { ModelElement } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const globalConversationContent: Rule = {
  id: 'DA06',
  name: 'global-conversation-content',
  statement: 'A global conversation holds participants, message flows and links, nothing else.',
  why: 'It is called as one conversation.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 9.5',
  references: ['EXT.032'],
  check({ all, report }) {
    for (const one of all('bpmn:GlobalConversation')) {
      const parts: readonly ModelElement[] = [
        ...one.conversations,
        ...one.participantAssociations,
        ...one.messageFlowAssociations,
        ...one.conversationAssociations,
        ...one.artifacts,
      ];
      const [wrong] = parts;
      if (wrong) report(one, `${The(one)} holds ${the(wrong)}. Make it a collaboration, or take that away.`);
    }
  },
};
