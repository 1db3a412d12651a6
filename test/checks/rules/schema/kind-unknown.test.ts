import { kindUnknown } from '../../../../checks/rules/schema/kind-unknown';
import { describeRule, findingsIn } from '../../rule-cases';

const object = (apiVersion: string, kind: string) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
`;

const version = (apiVersion: string, kind: string) =>
  object(`${apiVersion} # ! no '${apiVersion}' serves a ${kind}`, kind);
const kind = (apiVersion: string, one: string) =>
  object(apiVersion, `${one} # ! there is no kind '${one}' in ${apiVersion}`);

describeRule(kindUnknown, {
  found: {
    'a kind with a slip': kind('apps/v1', 'Deploymnet'),
    'a kind in small letters': kind('v1', 'configmap'),
    'a kind of another group with a slip': kind('apps/v1', 'Servce'),
    'a kind that there is not': kind('v1', 'Pizza'),
    'a group without which a kind is not': version('v1', 'Deployment'),
    'a group of other kinds': `${version('apps/v1', 'CronJob')}${version('apps/v1', 'Service')}`,
    'a version that there never was': `${version('apps/v2', 'Deployment')}${version('extensions/v1', 'Ingress')}${version('batch/v1alpha1', 'Job')}`,
    'a group without its version': version('apps', 'Deployment'),
    'groups with a slip': `${version('app/v1', 'Deployment')}${version('extentions/v1beta1', 'Deployment')}${version('rbac.authorisation.k8s.io/v1', 'Role')}`,
    'groups that are cut short': `${version('rbac/v1', 'Role')}${version('networking/v1', 'Ingress')}${version('network.k8s.io/v1', 'NetworkPolicy')}${version('authorization.k8s.io/v1', 'RoleBinding')}`,
    'groups with too much': `${version('core/v1', 'Pod')}${version('apps.k8s.io/v1', 'Deployment')}`,
    'a group and a version that changed places': version('v1/apps', 'Deployment'),
    'a version in capital letters': version('V1', 'Pod'),
    'a group with a slip and a kind in small letters': version('app/v1', 'deployment'),
  },
  right: {
    'kinds of Kubernetes': `${object('v1', 'Event')}${object('events.k8s.io/v1', 'Event')}${object('autoscaling/v1', 'HorizontalPodAutoscaler')}${object('storage.k8s.io/v1', 'VolumeAttributesClass')}`,
    'versions that were removed, of which another rule speaks': `${object('extensions/v1beta1', 'Ingress')}${object('batch/v2alpha1', 'CronJob')}${object('settings.k8s.io/v1alpha1', 'PodPreset')}${object('policy/v1beta1', 'PodSecurityPolicy')}`,
    'versions before the stable one': `${object('resource.k8s.io/v1beta2', 'ResourceClaim')}${object('admissionregistration.k8s.io/v1beta1', 'MutatingAdmissionPolicy')}${object('certificates.k8s.io/v1alpha1', 'ClusterTrustBundle')}`,
    'a kind that a group may get': object('resource.k8s.io/v1', 'DeviceFleet'),
    'kinds of other people': `${object('serving.knative.dev/v1', 'Service')}${object('apps.kruise.io/v1alpha1', 'StatefulSet')}${object('batch.volcano.sh/v1alpha1', 'Job')}${object('networking.istio.io/v1', 'Gateway')}${object('crd.projectcalico.org/v1', 'NetworkPolicy')}${object('apps.openshift.io/v1', 'DeploymentConfig')}${object('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler')}${object('app.k8s.io/v1beta1', 'Application')}${object('example.com/v1', 'Ingress')}`,
    'the file of kubectl, and answers of the server': `${object('v1', 'Config')}${object('v1', 'Status')}${object('v1', 'PodList')}`,
    'a group that a definition brings': `${object('app/v1', 'Deployment')}${object('apiextensions.k8s.io/v1', 'CustomResourceDefinition')}spec:
  group: app
  names:
    kind: Deployment
`,
  },
});

test.each([
  [object('apps/v1', 'Deploymnet'), 'Write kind: Deployment'],
  [object('v1', 'configmap'), 'Write kind: ConfigMap'],
  [object('v1', 'Deployment'), 'Write apiVersion: apps/v1'],
  [object('extentions/v1beta1', 'Ingress'), 'Write apiVersion: networking.k8s.io/v1'],
  [object('autoscaling/v3', 'HorizontalPodAutoscaler'), 'Write apiVersion: autoscaling/v2'],
  [object('apps', 'Event'), 'Write apiVersion: v1'],
  [object('v1', 'Pizza'), 'Write the kind and its API version as kubectl api-resources lists them'],
])('says what to write %#', (yaml, remedy) => {
  expect(findingsIn(kindUnknown, yaml).map((finding) => finding.remedy)).toEqual([remedy]);
});
