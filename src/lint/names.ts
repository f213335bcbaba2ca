/**
 * What names look like, in English and German: a guess by the form of words, for rules that advise. What none of them knows is taken
 * to be well.
 */

/** Forms of English verbs that no ending tells, for what has been done. */
const participles = new Set(
  'available begun bought built cut done due elapsed found given gone held kept known left lost made met open over paid put ready reached read run sent set shown sold spent taken told up won written'.split(
    ' ',
  ),
);

/** Whether a name says what has become of something: `Order received`, `Frist abgelaufen`. */
export function saysWhatIsDone(name: string): boolean {
  const words = wordsOf(name);
  return words.some(
    (word) =>
      participles.has(word) ||
      /.ed$/.test(word) ||
      /^(?:[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]+iert|(?:be|ent|er|ver|zer)[a-zäöüß]{2,}(?:t|en))$/.test(word) ||
      // "The order is complete", "Bestellung liegt vor".
      /^(?:is|are|has|have|was|were|ist|sind|liegt|hat)$/.test(word),
  );
}

/** English verbs that end like a noun. */
const verbs = new Set(
  'bring caution commission comment complement condition document envision experience implement increment influence mention position question reference requisition ring sequence sing supplement swing transition'.split(
    ' ',
  ),
);

/** Whether a name may be a verb and what it is done to: more than one word, and the first or, in German, the last one is no noun by its ending. */
export function saysWhatToDo(name: string): boolean {
  const words = wordsOf(name);
  const [first = '', ...others] = words;
  const last = others.at(-1);
  if (last === undefined) return false;
  if (/[a-zäöüß]{2,}(?:en|eln|ern)$/.test(last) && !/^[A-ZÄÖÜ]/.test(name.trim().split(/\s+/).at(-1) ?? ''))
    return true;
  const isNoun = /(?:tion|sion|ment|ance|ence|ness|ity|ship|ing|ung|heit|keit|schaft)$/;
  if (isNoun.test(first) && !verbs.has(first)) return false;
  // "Damage assessment", "Order processing": two nouns, the second one says what is done.
  return !(words.length === 2 && isNoun.test(last) && !startsAsVerb.has(first));
}

/** Verbs that are often followed by a noun alone: `Send confirmation`. */
const startsAsVerb = new Set(
  'accept add adjust analyse analyze announce apply approve archive arrange ask assess assign attach authorize await book build calculate call cancel capture carry change check choose clarify close collect compare complete compose compute confirm consider consult contact copy count create decide decline deduct define delete deliver deploy determine discard discuss display distribute do document download draft edit enable end enter escalate estimate evaluate examine exclude execute explain extract fetch file fill filter finalize find follow format forward generate get give grant hand handle identify import inform initiate inspect install invoke issue load lock log mail make manage map mark measure merge modify monitor move notify obtain offer open order organize pack parse pay perform pick place plan post prepare present print process propose provide publish query read receive record refuse register reject remove repair reply report request require reset resolve restart restore retrieve retry return review revise route save scan schedule search select send set settle ship show sign sort split start stop store submit subscribe summarize take tell test track transfer transform translate trigger unlock update upload use validate verify view wait warn withdraw write'.split(
    ' ',
  ),
);

function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
}
