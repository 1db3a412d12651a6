import type { Rule } from '../rule';

/** What a rule finds, why, and what to do: one page, for the terminal and for `docs/checks/`. */
export function rulePage({ id, level, subject, reason, remedy, bad, good }: Rule): string {
  return `# ${id}

${level} · ${subject}

${reason} ${remedy}.

\`\`\`yaml
# found
${bad.trim()}
\`\`\`

\`\`\`yaml
# right
${good.trim()}
\`\`\`

Where it is right all the same, say so at the object, with the reason:

\`\`\`yaml
metadata:
  annotations:
    kind-stacks/acknowledge.${id}: "the reason"
\`\`\`
`;
}
