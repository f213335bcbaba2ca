/** A program that reads every .bpmn file of a folder with bpmn-moddle and writes it into another: node moddle-program.mjs FROM TO */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';

const [from = '', to = ''] = process.argv.slice(2);
const moddle = new BpmnModdle();
for (const name of readdirSync(from, { recursive: true }).sort()) {
  if (!name.endsWith('.bpmn')) continue;
  const read = await moddle.fromXML(readFileSync(join(from, name), 'utf8')).catch(() => undefined);
  if (!read) continue;
  const { xml } = await moddle.toXML(read.rootElement, { format: true });
  mkdirSync(dirname(join(to, name)), { recursive: true });
  writeFileSync(join(to, name), xml);
}
