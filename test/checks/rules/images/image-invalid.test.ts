import { imageInvalid } from '../../../../checks/rules/images/image-invalid';
import { describeRule } from '../../rule-cases';

const pod = (image: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: ${image}`;

const mark = (image: string, why: string) =>
  `${image} # ! container 'web' has image '${image.replace(/"/g, '')}', ${why}`;
const hex = '0123456789abcdef'.repeat(4);

describeRule(imageInvalid, {
  found: {
    'an empty tag': pod(mark('"nginx:"', 'which ends where the tag should be')),
    nothing: pod('"" # ! container \'web\' has no image'),
    'no image at all':
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: web # ! container 'web' has no image",
    'a space in it': pod(mark('"nginx 1.29"', 'which has a space in it')),
    'a space behind it': pod(mark('"nginx:1.29 "', 'with a space around it')),
    'an address': pod(mark('https://ghcr.io/a/web:1', 'which is an address; images have no scheme')),
    'capital letters': pod(mark('ghcr.io/Team/Web:1', 'which has capital letters')),
    'capital letters without a registry': pod(mark('Web', 'which has capital letters')),
    'two tags': pod(mark('nginx:1.29:2', 'which cannot be read')),
    'an empty path': pod(mark('ghcr.io//web:1', 'which cannot be read')),
    'a digest that is cut off': pod(mark('nginx@sha256:0123', 'whose digest cannot be read')),
    'a digest without its kind': pod(mark(`nginx@${hex}`, 'whose digest cannot be read')),
    'two digests': pod(mark(`nginx@sha256:${hex}@sha256:${hex}`, 'whose digest cannot be read')),
    'a placeholder': pod(mark('<your image>', 'which has a space in it')),
    'a workload without an image': `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    spec:
      containers:
        - name: web # ! container 'web' has no image`,
  },
  right: {
    'a name, with and without a tag': `${pod('nginx')}\n---${pod('nginx:1.29-alpine3.22_x')}`,
    'a registry with a port': pod('localhost:5000/a/b/web:1'),
    'capital letters in a registry and in a tag': `${pod('Registry.example.com/web:RC1')}\n---${pod('Team/web:1')}`,
    'signs that names may have': pod('gcr.io/my-project/a_b.c__d/e--f:v1'),
    'a tag and a digest': pod(`nginx:1.29@sha256:${hex}`),
    'what a tool puts in': `${pod('ko://example.com/cmd/web')}\n---${pod('${IMAGE}')}\n---${pod('web:$(TAG)')}`,
    'an operator that brings the image': `
apiVersion: example.com/v1
kind: Database
metadata:
  name: db
spec:
  template:
    spec:
      containers:
        - name: db`,
    'a patch of a workload that has an image': `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          args: [--verbose]`,
    'a value that is no text, of which another rule speaks': pod('7'),
  },
});
