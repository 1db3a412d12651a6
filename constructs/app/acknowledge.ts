import type { IConstruct } from 'constructs';
import { refuse } from './refusal';

const METADATA = 'kind-stacks/acknowledge';

/** One rule set aside at one object, and why. */
export interface Acknowledgement {
  /** Id of the rule, without its folder, such as `address-unknown`. */
  readonly rule: string;
  /** Why the finding is right and may stay. */
  readonly reason: string;
}

/**
 * Records that a finding of one rule is expected at one object. Nothing is hidden: the reason is
 * written into the manifest as the annotation `kind-stacks/acknowledge.<rule>`.
 *
 * @param construct the object, or the construct whose `Resource` it is
 * @param rule id of the rule, such as `address-unknown`
 * @param reason a sentence for the reader of the manifest; an empty one is refused
 */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  if (reason.trim() === '') {
    refuse(construct.node.path, `rule '${rule}' is acknowledged without a reason`, 'Say why the finding may stay');
  }
  construct.node.addMetadata(METADATA, { rule, reason });
}

/** What has been acknowledged at this very construct. */
export function acknowledgementsOf(construct: IConstruct): Acknowledgement[] {
  return construct.node.metadata
    .filter((entry) => entry.type === METADATA)
    .map((entry) => entry.data as Acknowledgement);
}
