/**
 * Makes what is generated from the descriptors and schemas that bpmn-moddle and cmmn-moddle ship (MIT): the meta-model as
 * data (src/schema/generated) and one file of interfaces a package (src/model/generated).
 * Run: node scripts/generate-model.ts [folder to write to, instead of src]
 *
 * The descriptors know types, references and plural property names; the schemas know what moddle leaves open: the order
 * of children and which of them are named by the property instead of by the type. Both are joined in read-descriptors.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printMetaModel } from './generate-model-data.ts';
import { printInterfaces, printTypeMap } from './generate-model-interfaces.ts';
import { readPackages } from './generate-model-packages.ts';

const output = process.argv[2] ?? fileURLToPath(new URL('../src/', import.meta.url));
const schema = join(output, 'schema/generated');
const model = join(output, 'model/generated');
const packages = readPackages();

for (const folder of [schema, model]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
writeFileSync(join(schema, 'meta-model.ts'), printMetaModel(packages));
writeFileSync(join(model, 'type-map.ts'), printTypeMap(packages));
for (const one of packages) writeFileSync(join(model, `${one.prefix}.ts`), printInterfaces(one, packages));
