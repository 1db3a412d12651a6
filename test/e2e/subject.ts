import type { Manifest } from '../../constructs';
import { strategyOf } from './strategy';

/** What is proven: the objects of one file. */
export interface Subject {
  /** The stack, as the table calls it. */
  readonly name: string;
  /** The file that is applied. */
  readonly file: string;
  /** What is in it. */
  readonly manifests: readonly Manifest[];
}

/** The namespace in which an object of a file ends up. */
export function namespaceOf(manifest: Manifest): string {
  return manifest.metadata.namespace ?? 'default';
}

/** The pod templates of a file, with what makes them. */
export function podTemplates(subject: Subject): { owner: Manifest; template: PodTemplate; replicas: number }[] {
  return subject.manifests.flatMap((owner) => {
    if (owner.kind === 'Pod') return [{ owner, template: owner as unknown as PodTemplate, replicas: 1 }];
    const spec = owner.spec as { template?: PodTemplate; replicas?: number; selector?: unknown } | undefined;
    // A custom resource may have a template of something else: only pods have containers.
    if (spec?.template?.spec?.containers === undefined) return [];
    return [{ owner, template: spec.template, replicas: spec.replicas ?? 1 }];
  });
}

/** As much of a pod template as proofs look at. */
export interface PodTemplate {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly containers: readonly TemplateContainer[];
    readonly initContainers?: readonly TemplateContainer[];
    readonly volumes?: readonly { readonly name: string }[];
  };
}

interface TemplateContainer {
  readonly name: string;
  readonly image: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly volumeMounts?: readonly { readonly name: string }[];
  readonly resources?: { readonly requests?: Readonly<Record<string, string | number>> };
}

/** Thousandths of a core that the pods of a file ask for together, while they are being replaced. */
export function cpuOf(subject: Subject): number {
  return podTemplates(subject)
    .map(({ owner, template, replicas }) => {
      const sum = (containers: readonly TemplateContainer[] = []) =>
        containers.map((container) => millicores(container.resources?.requests?.cpu));
      const beside = sum(template.spec.containers).reduce((a, b) => a + b, 0);
      const most = owner.kind === 'Deployment' ? replicas + strategyOf(owner).surge : replicas;
      return most * Math.max(beside, ...sum(template.spec.initContainers));
    })
    .reduce((a, b) => a + b, 0);
}

/** Thousandths of a core: `250m`, `2`, `0.5`. */
export function millicores(quantity: string | number | undefined): number {
  const text = String(quantity ?? 0);
  return text.endsWith('m') ? Number(text.slice(0, -1)) : Number(text) * 1000;
}
