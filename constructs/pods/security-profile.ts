import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { acknowledge } from '../app/acknowledge';
import type { Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';

/** Who the processes of a restricted pod are. */
export interface RestrictedOptions {
  /**
   * User id of every process; group and file system group follow it. Root (0) is refused. A number
   * is needed because `runAsNonRoot` alone does not start images that name no user.
   *
   * @default 1000
   */
  readonly user?: number;

  /**
   * Whether containers may write to their own file system outside volumes.
   *
   * @default false
   */
  readonly writableRoot?: boolean;
}

const MAX_USER = 2 ** 31 - 1;

interface Contexts {
  readonly pod?: Plain<k8s.PodSecurityContext>;
  readonly container?: Plain<k8s.SecurityContext>;
}

/**
 * How much a pod may do on its node: the levels of the Pod Security Standards. Everything below
 * `restricted` takes a reason, which is written into the manifest.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export class SecurityProfile {
  private constructor(
    private readonly level: 'restricted' | 'baseline' | 'privileged',
    private readonly contexts: Contexts,
    private readonly reason?: string,
  ) {}

  /** No root, no capabilities, no way to gain rights; the right profile for nearly every pod. */
  public static restricted({ user = 1000, writableRoot = false }: RestrictedOptions = {}): SecurityProfile {
    return new SecurityProfile('restricted', {
      pod: {
        runAsNonRoot: true,
        runAsUser: user,
        runAsGroup: user,
        fsGroup: user,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      container: {
        allowPrivilegeEscalation: false,
        ...(!writableRoot && { readOnlyRootFilesystem: true }),
        capabilities: { drop: ['ALL'] },
      },
    });
  }

  /**
   * The user of the image, with the default capabilities of the container runtime.
   *
   * @param reason why restricted does not do; refused when empty
   */
  public static baseline(reason: string): SecurityProfile {
    return new SecurityProfile(
      'baseline',
      { pod: { seccompProfile: { type: 'RuntimeDefault' } }, container: { allowPrivilegeEscalation: false } },
      reason,
    );
  }

  /**
   * Nothing is forbidden.
   *
   * @param reason what it needs the node for; refused when empty
   */
  public static privileged(reason: string): SecurityProfile {
    return new SecurityProfile('privileged', { container: { privileged: true } }, reason);
  }

  /** The security contexts of a pod and of each of its containers. */
  public render(workload: Construct): Contexts {
    const user = this.contexts.pod?.runAsUser;
    if (user !== undefined && (!Number.isInteger(user) || user < 1 || user > MAX_USER)) {
      refuse(
        workload,
        `the restricted security profile runs as user ${user}; allowed are whole numbers from 1 to ${MAX_USER}`,
        'Give the user id of the image, or leave it out for 1000',
      );
    }
    if (this.reason !== undefined) {
      if (this.reason.trim() === '')
        refuse(workload, `the security profile '${this.level}' has no reason`, 'Say what the pod needs it for');
      acknowledge(workload, 'pod-security-below-restricted', this.reason);
    }
    return this.contexts;
  }
}
