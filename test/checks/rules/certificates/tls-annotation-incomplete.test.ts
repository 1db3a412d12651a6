import { tlsAnnotationIncomplete } from '../../../../checks/rules/certificates/tls-annotation-incomplete';
import { tlsIngress } from '../../certificate-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const annotation = 'cert-manager.io/cluster-issuer: ca';
const ask = "Ingress 'web' asks for a certificate";
const withoutTls = (yaml: string) => yaml.replace(/ {2}tls:\n.*\n/, '');

describeRule(tlsAnnotationIncomplete, {
  found: {
    'no tls at all': withoutTls(tlsIngress('{}', { annotation: `${annotation} # ! ${ask} and has no tls entry` })),
    'no Secret': tlsIngress(`hosts: [web.localhost] # ! ${ask}, and its tls entry has no secretName`, { annotation }),
    'no hosts': tlsIngress(`secretName: web-tls # ! ${ask}, and its tls entry has no hosts`, { annotation }),
    neither: tlsIngress(`hosts: [] # ! ${ask}, and its tls entry has no hosts and no secretName`, { annotation }),
    'both kinds of issuers': tlsIngress('{hosts: [web.localhost], secretName: web-tls}', {
      annotation: `${annotation}\n    cert-manager.io/issuer: ca # ! Ingress 'web' names an issuer and a cluster-issuer; cert-manager takes neither`,
    }),
    'the prefix of old': tlsIngress('{hosts: [web.localhost], secretName: web-tls}', {
      annotation:
        "certmanager.k8s.io/cluster-issuer: ca # ! Ingress 'web' has certmanager.k8s.io/cluster-issuer, which cert-manager v1.21.1 does not read",
    }),
  },
  right: {
    'hosts and a Secret': tlsIngress('{hosts: [web.localhost], secretName: web-tls}', { annotation }),
    'both prefixes, for two versions': tlsIngress('{hosts: [web.localhost], secretName: web-tls}', {
      annotation: `${annotation}\n    certmanager.k8s.io/cluster-issuer: ca`,
    }),
    'no annotation': tlsIngress('{hosts: [web.localhost]}'),
    'an annotation that others read as well': withoutTls(
      tlsIngress('{}', { annotation: 'kubernetes.io/tls-acme: "true"' }),
    ),
    'a setting for the solver': withoutTls(
      tlsIngress('{}', { annotation: 'acme.cert-manager.io/http01-edit-in-place: "true"' }),
    ),
  },
});

test('says where the annotation is', () => {
  const found = (yaml: string) => findingsIn(tlsAnnotationIncomplete, yaml);
  expect(found(tlsIngress('hosts: []', { annotation }))).toMatchObject([{ related: [{ line: 8 }] }]);
  const both = `cert-manager.io/issuer: ca\n    ${annotation}`;
  expect(found(tlsIngress('{hosts: [web.localhost], secretName: web-tls}', { annotation: both }))).toMatchObject([
    { remedy: 'Leave one of the two annotations', location: { line: 8 }, related: [{ line: 9 }] },
  ]);
});

test('says what to add', () => {
  const fix = (yaml: string) => findingsIn(tlsAnnotationIncomplete, yaml).map(({ remedy }) => remedy);
  expect(fix(tlsIngress('hosts: []', { annotation }))).toEqual(['Add hosts and secretName to the tls entry']);
  expect(fix(tlsIngress('hosts: []', { annotation: 'certmanager.k8s.io/issuer: ca' }))).toEqual([
    'Write cert-manager.io/issuer',
  ]);
});
