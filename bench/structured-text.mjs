/** A well-formed process of about `steps` steps: lanes, gateways, handlers and jumps in a repeating block of ten. */
export function structuredText(steps) {
  const blocks = Array.from({ length: Math.max(1, Math.round(steps / 10)) }, (_, index) => block(index + 1));
  return `message Answer "Answer"\nprocess bench "Bench" executable {\n  in clerk "Clerk" { start "Begin" }\n${blocks.join('')}  end "Done"\n}\n`;
}

function block(n) {
  return `  in clerk {
    user check${n} "Check ${n}"
      on timer after \`P2D\` non-interrupting "2 days" { send "Remind ${n}"  end }
    xor "Complete ${n}?" {
      when "no" \`complete = false\` { send "Ask ${n}"  catch "Answer ${n}" on message Answer -> check${n} }
      otherwise "yes"
    }
  }
  in expert "Expert" {
    parallel {
      branch { rule "Score ${n}" }
      branch { service "Register ${n}"  on error "fails" { manual "By hand ${n}" } }
    }
  }
`;
}
