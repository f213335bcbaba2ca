// NameStartChar and NameChar of XML 1.0 (5th edition) without the colon: an NCName, the form of every id in BPMN and CMMN.
const START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';
const MORE = `${START}0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`;
const ASTRAL = '\\u{10000}-\\u{EFFFF}';

const XML_NAME = new RegExp(`^[${START}${ASTRAL}][-.${MORE}${ASTRAL}]*$`, 'u');
/** What nearly all ids are, told much faster. */
const LATIN_NAME = /^[A-Z_a-z][-.\w]*$/;
const BARE_ID = new RegExp(`^[${START}][${MORE}]*(-[${MORE}]+)*$`);

/** Whether XML takes `text` as an id. */
export function isXmlName(text: string): boolean {
  return LATIN_NAME.test(text) || XML_NAME.test(text);
}

/** Whether `text` is an id without quotes, as the terminal WORD reads it (a reserved word is one too). */
export function isBareId(text: string): boolean {
  return BARE_ID.test(text);
}
