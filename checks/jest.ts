import { check } from './engine';
import { type Level, reaches } from './level';
import { fresh } from './model/cluster';
import { ObjectSet } from './model/object-set';
import type { SurroundingsOptions } from './model/surroundings';
import { type SynthesizedManifest, synthesizedObjects } from './read/synthesized';
import { plain, textReport } from './report/text';
import { RULES } from './rules';

/** How a chart is judged. */
export interface FindingsOptions extends Omit<SurroundingsOptions, 'complete'> {
  /**
   * The least grave level that counts.
   *
   * @default warning
   */
  readonly level?: Level;
}

/** A chart of cdk8s, or anything else with constructs that become manifests. */
interface Charted {
  toJson(): readonly unknown[];
  readonly node: { findAll(): readonly { readonly node: { readonly path: string } }[] };
}

/**
 * A matcher for jest: `expect.extend({ toHaveNoFindings })`, then `expect(chart).toHaveNoFindings()`. A chart is all
 * there is, but for what `externals` declares.
 */
export function toHaveNoFindings(
  chart: Charted,
  { level = 'warning', ...options }: FindingsOptions = {},
): { readonly pass: boolean; readonly message: () => string } {
  const set = new ObjectSet(synthesizedObjects(manifestsOf(chart)), fresh({ ...options, complete: true }));
  const findings = check(set, RULES).filter(
    (finding) => finding.acknowledged === undefined && reaches(finding.level, level),
  );
  return {
    pass: findings.length === 0,
    message: () =>
      findings.length === 0
        ? 'there are findings to be, and there are none'
        : textReport(findings, () => undefined, plain),
  };
}

function manifestsOf(chart: Charted): SynthesizedManifest[] {
  const paths = new Map<string, string>();
  for (const construct of chart.node.findAll()) {
    const { kind, name } = construct as { kind?: unknown; name?: unknown };
    if (typeof kind === 'string' && typeof name === 'string') paths.set(`${kind}/${name}`, construct.node.path);
  }
  return (chart.toJson() as SynthesizedManifest['manifest'][]).map((manifest) => {
    const { name } = (manifest.metadata ?? {}) as { name?: unknown };
    return { manifest, path: paths.get(`${manifest.kind}/${name}`) ?? `${manifest.kind} ${name}` };
  });
}
