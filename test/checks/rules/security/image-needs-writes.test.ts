import { imageNeedsWrites } from '../../../../checks/rules/security/image-needs-writes';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (image: string, mounts: string, mark = '', rest = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: ${image}
      securityContext:
        readOnlyRootFilesystem: true${mark}
      volumeMounts: [${mounts}]
      ${rest}`;

const at = (path: string) => `{name: a, mountPath: ${path}}`;
const mark = (image: string, folders: string) =>
  ` # ! container 'web' of Pod 'web' cannot write, and image '${image}' writes to ${folders}`;

describeRule(imageNeedsWrites, {
  found: {
    'no volume': pod('nginx:1.29', '', mark('nginx:1.29', '/var/cache/nginx and /run')),
    'a volume for one of two folders': pod('nginx:1.29', at('/var/cache/nginx/'), mark('nginx:1.29', '/run')),
    'a volume whose name only begins like it': pod(
      'nginx:1.29',
      `${at('/run')}, ${at('/var/cache/ng')}`,
      mark('nginx:1.29', '/var/cache/nginx'),
    ),
    'other settings that leave the folders as they are': pod(
      'nginx:1.29',
      `${at('/etc/nginx/conf.d')}, ${at('/run')}`,
      mark('nginx:1.29', '/var/cache/nginx'),
    ),
    'arguments for the same program': pod('mongo:8', '', mark('mongo:8', '/tmp'), 'args: [--quiet]'),
  },
  right: {
    'volumes for all': pod('nginx:1.29', `${at('/var/cache/nginx')}, ${at('/var/run')}`),
    'a volume above the folder': pod('nginx:1.29', `${at('/var/cache')}, ${at('/run')}`),
    'a volume for everything': pod('nginx:1.29', at('/')),
    'settings that may say other folders': pod('nginx:1.29', at('/etc/nginx/nginx.conf')),
    'another program': pod('nginx:1.29', '', '', 'command: [sleep, infinity]'),
    'an image that declares the volume itself': pod('redis:8.2', ''),
    'an image of the same name from elsewhere': pod('ghcr.io/team/nginx:1', ''),
    'a file system that can be written': pod('nginx:1.29', '').replace('true', 'false'),
    'what is no image': pod('7', ''),
  },
});

test('names the folders', () => {
  const [finding] = findingsIn(imageNeedsWrites, pod('nginx:1.29', ''));
  expect(finding?.remedy).toBe('Mount an emptyDir at /var/cache/nginx and at /run');
});
