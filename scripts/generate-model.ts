/**
 * Makes src/model/generated from the descriptors and schemas that bpmn-moddle and cmmn-moddle ship (MIT):
 * the meta-model as data (meta-model.ts) and one file of interfaces a package. Run: node scripts/generate-model.ts [folder]
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

const output = process.argv[2] ?? fileURLToPath(new URL('../src/model/generated/', import.meta.url));
const packages = readPackages();

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
writeFileSync(join(output, 'meta-model.ts'), printMetaModel(packages));
writeFileSync(join(output, 'type-map.ts'), printTypeMap(packages));
for (const one of packages) writeFileSync(join(output, `${one.prefix}.ts`), printInterfaces(one, packages));
