import { imageUnpinned } from '../../../../checks/rules/images/image-unpinned';
import { describeRule } from '../../rule-cases';

const pod = (image: string, list = 'containers') => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  ${list}:
    - name: web
      image: ${image}`;

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describeRule(imageUnpinned, {
  found: {
    'no tag': pod("nginx # ! container 'web' has image 'nginx' without a tag, which means the latest"),
    'no tag behind the port of a registry': pod(
      "localhost:5000/web # ! container 'web' has image 'localhost:5000/web' without a tag, which means the latest",
    ),
    'the tag latest': pod("nginx:latest # ! container 'web' has image 'nginx:latest'"),
    'an init container': pod("busybox:latest # ! container 'web' has image 'busybox:latest'", 'initContainers'),
  },
  right: {
    'a release': pod('nginx:1.29'),
    'a digest': pod(`nginx@${digest}`),
    'latest with a digest': pod(`nginx:latest@${digest}`),
    'a tag that only begins like it': pod('nginx:latest-alpine'),
    'the word that an injector replaces': pod('auto'),
    'what is no image, of which another rule speaks': `${pod('"nginx:"')}\n---${pod('7')}`,
  },
});
