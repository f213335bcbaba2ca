import type { ValidationAcceptor } from 'langium';
import { isEvent, isLinkTrigger, type LinkTrigger, type Process } from '../generated/ast.ts';
import { nodesIn } from '../tree-walk.ts';
import { report } from './report.ts';

/** The two ends of links: each `throw` has the `catch` of its name, and each name is caught once. Drawn models have others: warnings. */
export function checkLinks(process: Process, accept: ValidationAcceptor): void {
  const thrown: LinkTrigger[] = [];
  const caught = new Map<string, LinkTrigger[]>();
  for (const trigger of nodesIn(process).filter(isLinkTrigger)) {
    if (trigger.link === undefined || !isEvent(trigger.$container)) continue;
    if (trigger.$container.kind === 'throw') thrown.push(trigger);
    else caught.set(trigger.link, [...(caught.get(trigger.link) ?? []), trigger]);
  }
  for (const trigger of thrown) {
    if (caught.has(trigger.link ?? '')) continue;
    const message = `No \`catch\` of this process waits for this link. Write \`catch on link "${trigger.link}"\`.`;
    report(accept, 'warning', 'link-without-catch', message, trigger, { property: 'link' });
  }
  for (const [, ...more] of caught.values()) {
    for (const trigger of more)
      report(accept, 'warning', 'repeated-link', 'This link is caught twice. Give it another name.', trigger, {
        property: 'link',
      });
  }
}
