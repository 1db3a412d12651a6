import { check } from '../engine';
import { fresh } from '../model/cluster';
import type { KubernetesObject, Source } from '../model/kubernetes-object';
import { ObjectSet } from '../model/object-set';
import { RULES } from '../rules';
import { objectOf } from './objects';

/** An object that an app synthesised, and the construct that it comes from. */
export interface SynthesizedManifest {
  /** Path of the construct, such as `main/web/Resource`. */
  readonly path: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** The objects of an app, which are found by the path of their construct instead of a line. */
export function synthesizedObjects(manifests: readonly SynthesizedManifest[]): KubernetesObject[] {
  const definitions = new Map<string, boolean>();
  return manifests.map(({ path, manifest }) => {
    const source: Source = { file: path, construct: path, locate: () => ({ file: path }) };
    return objectOf(manifest, source, definitions);
  });
}

/** Something that certainly cannot work: where, what, and what to do. */
export interface SynthesizedProblem {
  readonly where: string;
  readonly problem: string;
  readonly remedy: string;
}

/** What certainly cannot work in what an app synthesised: for the `inspect` of an App, so that nothing of it is written. */
export function problemsOf(manifests: readonly SynthesizedManifest[]): SynthesizedProblem[] {
  const findings = check(new ObjectSet(synthesizedObjects(manifests), fresh({ complete: true })), RULES);
  return findings
    .filter(({ level, acknowledged }) => level === 'error' && acknowledged === undefined)
    .map(({ rule, message, remedy, field, location }) => ({
      where: location.file,
      problem: `${field}: ${message}`,
      remedy: `${remedy} [${rule}]`,
    }));
}
