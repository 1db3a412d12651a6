import { serviceSelectsNothing } from '../../../../checks/rules/references/service-selects-nothing';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = `
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
    tier: front
spec:
  containers:
    - name: web
      image: nginx:1.29
`;

const service = (selector: string, rest = '') => `
apiVersion: v1
kind: Service
metadata:
  name: web${rest}
spec:
  selector: ${selector}
  ports:
    - port: 80`;

describeRule(serviceSelectsNothing, {
  found: {
    'a slip in the value of a label': `${service("{app: wbe, tier: front} # ! Service 'web' selects app=wbe, tier=front; no pod in namespace 'default' has it")}${pod}`,
    'labels of which the pods have one': `${service("{app: web, tier: back} # ! Service 'web' selects app=web, tier=back; no pod in namespace 'default' has it")}${pod}`,
    'pods of another Namespace, when both say theirs': `${service(
      "{app: web} # ! Service 'web' selects app=web; no pod in namespace 'a' has it",
      '\n  namespace: a',
    )}${pod.replace('name: web', 'name: web\n  namespace: b')}`,
    'pods of another Namespace, when one of them goes where -n says': `${service(
      "{app: web} # ! Service 'web' selects app=web; in namespace 'a' no pod has it, and those of Pod 'web' in 'default' do",
      '\n  namespace: a',
    )}${pod}`,
  },
  right: {
    'a selector that names fewer labels than the pods have': `${service('{app: web}')}${pod}`,
    'pods that a CronJob makes': `${service('{app: report}')}
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 0 * * *"
  jobTemplate:
    spec:
      template:
        metadata:
          labels:
            app: report
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: busybox:1.37.0`,
    'a Service without a selector': service('{}'),
    'a name of another domain': service('{app: nobody}\n  type: ExternalName\n  externalName: example.com'),
    'addresses that somebody wrote': `${service('{app: nobody}')}
---
apiVersion: v1
kind: Endpoints
metadata:
  name: web
subsets: []`,
    'pods that an operator makes from its own resource': `${service('{app: nobody}')}
---
apiVersion: postgresql.example.com/v1
kind: Cluster
metadata:
  name: web`,
    'the pods of the cluster itself': service('{k8s-app: kube-dns}', '\n  namespace: kube-system'),
  },
});

test('names the labels that were probably meant', () => {
  const [finding] = findingsIn(serviceSelectsNothing, `${service('{app: wbe, tier: front}')}${pod}`);
  expect(finding?.remedy).toBe("Write app=web, tier=front, as the pods of Pod 'web' have it");
  expect(finding?.related).toEqual([{ file: 'case.yaml', line: 15, column: 3 }]);
});

test('is a warning where the pods may be made elsewhere', () => {
  const [finding] = findingsIn(serviceSelectsNothing, service('{app: wbe}'), { complete: false });
  expect(finding).toMatchObject({ level: 'warning' });
  expect(finding?.remedy).toMatch(/Or declare pods with app=wbe external, if something else makes it$/);
});
