/** What files of each kind are called; those of models are told apart by what is in them. */
export const textEndings = ['.procedo'];
export const mermaidEndings = ['.mmd'];
export const xmlEndings = ['.bpmn', '.bpmn2', '.bpmn20.xml', '.cmmn', '.cmmn.xml'];
