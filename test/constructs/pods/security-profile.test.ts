import * as fc from 'fast-check';
import { Pod, type RestrictedOptions, SecurityProfile } from '../../../constructs';
import { only, synth } from '../../synth';
import { BARE, podOf, podRefusal } from './pod-of';

const REASON = 'the image runs as root';
const ANNOTATION = 'kind-stacks/acknowledge.pod-security-below-restricted';

const containerContext = (security: SecurityProfile) =>
  (podOf({ security }).containers as { readonly securityContext: unknown }[]).map((spec) => spec.securityContext);

function annotationsOf(security?: SecurityProfile): unknown {
  const manifests = synth((stack) => new Pod(stack, 'web', { containers: [BARE], security }));
  return only(manifests, 'Pod').metadata.annotations;
}

describe('SecurityProfile', () => {
  test('restricted with minimal props', () => {
    expect(podOf({ security: SecurityProfile.restricted() }).securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 1000,
      fsGroup: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(containerContext(SecurityProfile.restricted())).toEqual([
      { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    ]);
  });

  test('restricted with all props', () => {
    const all: Required<RestrictedOptions> = { user: 999, writableRoot: true };
    expect(podOf({ security: SecurityProfile.restricted(all) }).securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 999,
      runAsGroup: 999,
      fsGroup: 999,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(containerContext(SecurityProfile.restricted(all))).toEqual([
      { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    ]);
  });

  test('restricted is the profile of a pod that is not told one', () => {
    expect(podOf({})).toEqual(podOf({ security: SecurityProfile.restricted() }));
  });

  test('restricted needs no reason', () => {
    expect(annotationsOf()).toBeUndefined();
  });

  test('restricted takes every user but root', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 2 ** 31 - 1 }), (user) => {
        const security = SecurityProfile.restricted({ user });
        if (user < 1) expect(podRefusal({ security })).toMatch(/^test\/web: the restricted security profile runs as /);
        else expect(podOf({ security })).toMatchObject({ securityContext: { runAsUser: user, fsGroup: user } });
      }),
      { examples: [[-1], [0], [1]] },
    );
  });

  test('fails for root', () => {
    expect(podRefusal({ security: SecurityProfile.restricted({ user: 0 }) })).toBe(
      'test/web: the restricted security profile runs as user 0; allowed are whole numbers from 1 to 2147483647. Give the user id of the image, or leave it out for 1000.',
    );
  });

  test.each([1000.5, Number.NaN, Number.POSITIVE_INFINITY])('fails for user %s', (user) => {
    expect(podRefusal({ security: SecurityProfile.restricted({ user }) })).toMatch(/ runs as user .*; allowed are /);
  });

  test('baseline leaves the user to the image', () => {
    const security = SecurityProfile.baseline(REASON);
    expect(podOf({ security }).securityContext).toEqual({ seccompProfile: { type: 'RuntimeDefault' } });
    expect(containerContext(security)).toEqual([{ allowPrivilegeEscalation: false }]);
  });

  test('privileged forbids nothing', () => {
    const security = SecurityProfile.privileged(REASON);
    expect(podOf({ security })).not.toHaveProperty('securityContext');
    expect(containerContext(security)).toEqual([{ privileged: true }]);
  });

  test('is the same for init containers, sidecars and containers', () => {
    const spec = podOf({
      security: SecurityProfile.privileged(REASON),
      initContainers: [{ ...BARE, name: 'init' }],
      sidecars: [{ ...BARE, name: 'log' }],
    });
    expect(spec).toMatchObject({
      initContainers: [
        { name: 'init', securityContext: { privileged: true } },
        { name: 'log', securityContext: { privileged: true } },
      ],
      containers: [{ name: 'web', securityContext: { privileged: true } }],
    });
  });

  test.each([
    ['baseline', SecurityProfile.baseline(REASON)],
    ['privileged', SecurityProfile.privileged(REASON)],
  ])('%s writes its reason into the manifest', (_level, security) => {
    expect(annotationsOf(security)).toEqual({ [ANNOTATION]: REASON });
  });

  test('fails for a lower level without a reason', () => {
    expect(podRefusal({ security: SecurityProfile.baseline('') })).toBe(
      "test/web: the security profile 'baseline' has no reason. Say what the pod needs it for.",
    );
  });

  test.each([
    ['baseline', SecurityProfile.baseline(' ')],
    ['privileged', SecurityProfile.privileged('\n')],
  ])('fails for %s with a blank reason', (level, security) => {
    expect(podRefusal({ security })).toMatch(new RegExp(`^test/web: the security profile '${level}' has no reason`));
  });
});
