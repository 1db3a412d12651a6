import { findConfiguration } from './configuration';
import { checkConfigured } from './configured';
import type { Finding } from './finding';
import { LEVELS, type Level, reaches } from './level';
import { collect } from './read/collect';
import { readSet } from './read/read-set';
import { RULES } from './rules';

/** What cdk8s-cli hands to a plugin: as much of it as is used here. */
interface ValidationContext {
  /** Files that were synthesised. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: {
      readonly ruleName: string;
      readonly recommendation: string;
      readonly fix: string;
      readonly violatingResources: readonly {
        readonly resourceName: string;
        readonly locations: readonly string[];
        readonly manifestPath: string;
      }[];
    }): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/** What `properties` in `cdk8s.yaml` may say. */
export interface ValidationProps {
  /**
   * The least grave level that is reported and fails the synthesis: `error`, `warning` or `advice`.
   *
   * @default warning
   */
  readonly level?: Level;
}

/**
 * The checks as a validation plugin of cdk8s-cli, for `cdk8s synth --validate`. What an app synthesised is all there
 * is, but for what `kind-stacks.yaml` declares.
 * https://cdk8s.io/docs/latest/plugins/validation/
 */
export class KindStacksValidation {
  private readonly level: Level;

  constructor({ level = 'warning' }: ValidationProps = {}) {
    if (!LEVELS.includes(level))
      throw new Error(`cdk8s.yaml: the level is '${level}'; allowed are ${LEVELS.join(', ')}`);
    this.level = level;
  }

  /** Checks what was synthesised, and reports it. */
  public async validate({ manifests, report }: ValidationContext): Promise<void> {
    const findings = this.findingsIn(manifests);
    for (const finding of findings)
      report.addViolation({
        ruleName: `${finding.rule} (${finding.level})`,
        recommendation: finding.message,
        fix: `${finding.remedy}. Where it is right: annotation kind-stacks/acknowledge.${finding.rule}`,
        violatingResources: [
          {
            resourceName: finding.object?.name ?? '',
            locations: [place(finding)],
            manifestPath: finding.location.file,
          },
        ],
      });
    report.submit(findings.length === 0 ? 'success' : 'failure', { findings: String(findings.length) });
  }

  private findingsIn(manifests: readonly string[]): Finding[] {
    const ids = RULES.map(({ id }) => id);
    const configuration = { ...findConfiguration('.', ids), complete: true };
    return checkConfigured(readSet(collect(manifests)), configuration).filter(
      ({ acknowledged, level }) => acknowledged === undefined && reaches(level, this.level),
    );
  }
}

function place({ field, location }: Finding): string {
  return location.line === undefined ? field : `${field} (line ${location.line})`;
}
