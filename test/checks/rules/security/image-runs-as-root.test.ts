import { imageRunsAsRoot } from '../../../../checks/rules/security/image-runs-as-root';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (image: string, context: string, container = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    ${context}
  containers:
    - name: web
      image: ${image}
      ${container}`;

const nonRoot = 'runAsNonRoot: true';
const root = (image: string) => `${image} # ! container 'web' has runAsNonRoot, and image '${image}' runs as root`;
const named = (image: string, name: string) =>
  `${image} # ! container 'web' has runAsNonRoot, and image '${image}' runs as '${name}', which the kubelet does not know by its number`;

describeRule(imageRunsAsRoot, {
  found: {
    'an image that runs as root': pod(root('nginx:1.29'), nonRoot),
    'the same with its full name': pod(root('docker.io/library/busybox:1.37.0'), nonRoot),
    'a container that says it itself': pod(root('redis'), 'fsGroup: 1', `securityContext: {${nonRoot}}`),
    'a user by name': pod(named('curlimages/curl:8.16.0', 'curl_user'), nonRoot),
    'a user by name, since some version': pod(named('haproxy:2.4', 'haproxy'), nonRoot),
    'the user 0': pod('web:1', `${nonRoot}\n    runAsUser: 0 # ! container 'web' has runAsUser 0 and runAsNonRoot`),
    'the user 0 of a container': pod(
      'web:1',
      nonRoot,
      "securityContext:\n        runAsUser: 0 # ! container 'web' has runAsUser 0 and runAsNonRoot",
    ),
  },
  right: {
    'a number': pod('nginx:1.29', `${nonRoot}\n    runAsUser: 101`),
    'a number at the container': pod('nginx:1.29', nonRoot, 'securityContext: {runAsUser: 101}'),
    'a container that may be root': pod('nginx:1.29', nonRoot, 'securityContext: {runAsNonRoot: false}'),
    'nothing about root': pod('nginx:1.29', 'runAsUser: 0'),
    'an image that has a number': pod('nginxinc/nginx-unprivileged:1.29', nonRoot),
    'a variant that has a number': pod('nginx:1.29-rootless', nonRoot),
    'an older version, which has no user by name': pod('haproxy:2.3', nonRoot),
    'an image of the same name from elsewhere': pod('ghcr.io/team/nginx:1', nonRoot),
    'a pod for Windows': pod('golang:1', `${nonRoot}\n  os: {name: windows}`),
    'what is no image': pod('7', nonRoot),
  },
});

test('shows where root is refused', () => {
  const [finding] = findingsIn(imageRunsAsRoot, pod('nginx:1.29', nonRoot));
  expect(finding?.related.map(({ line }) => line)).toEqual([8]);
});
