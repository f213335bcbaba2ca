/** A well-formed case of about `items` plan items: stages of ten with listeners, milestones, discretionary items and criteria, each after the one before. */
export function structuredCase(items) {
  const stages = Array.from({ length: Math.max(1, Math.round(items / 10)) }, (_, index) => stage(index + 1));
  return `case bench "Bench"\n  exit when done${stages.length} occurs\n{\n  file request "Request"\n${stages.join('')}}\n`;
}

function stage(n) {
  const entry = n > 1 ? `\n    enter when done${n - 1} occurs` : '';
  return `  stage part${n} "Part ${n}" autocomplete${entry}
  {
    human check${n} "Check ${n}"
    human ask${n} "Ask for papers ${n}"
      enter when check${n} terminates
    human assess${n} "Assess the claim ${n}"
      enter when check${n} completes
      exit when stop${n} occurs
    task rate${n} "Rate ${n}"
      enter when assess${n} completes
    user event stop${n} "Withdrawn ${n}"
    milestone ready${n} "Ready ${n}"
      enter when rate${n} completes
      enter when ask${n} completes
    discretionary human visit${n} "Visit ${n}"
  }
  milestone done${n} "Part ${n} done"
    enter when part${n} completes
  task pay${n} "Pay ${n}"
    enter when done${n} occurs
`;
}
