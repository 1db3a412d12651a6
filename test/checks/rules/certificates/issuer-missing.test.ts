import { issuerMissing } from '../../../../checks/rules/certificates/issuer-missing';
import { certificate, issuer, tlsIngress } from '../../certificate-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const tls = '{hosts: [web.localhost], secretName: web-tls}';
const annotated = (annotation: string) => tlsIngress(tls, { annotation });

describeRule(issuerMissing, {
  found: {
    'no such Issuer': certificate({
      issuer: "ca # ! Certificate 'web' names Issuer 'ca', which is not there in namespace 'default'",
    }),
    'no such ClusterIssuer': certificate({
      issuer: "ca # ! Certificate 'web' names ClusterIssuer 'ca', which is not there\n    kind: ClusterIssuer",
    }),
    'an Issuer that is one of the cluster': `${certificate({
      issuer:
        "ca # ! Certificate 'web' names Issuer 'ca', which is not there in namespace 'default'; there is ClusterIssuer 'ca'",
    })}${issuer('ca', 'cluster')}`,
    'one of the cluster that is an Issuer': `${certificate({
      issuer:
        "ca # ! Certificate 'web' names ClusterIssuer 'ca', which is not there; there is Issuer 'ca'\n    kind: ClusterIssuer",
    })}${issuer('ca', undefined)}`,
    'an Issuer of another Namespace': `${certificate({
      namespace: 'web',
      issuer: "ca # ! Certificate 'web' names Issuer 'ca', which is not there in namespace 'web'",
    })}${issuer('ca', 'infra')}`,
    'an annotation with the wrong kind': `${annotated(
      "cert-manager.io/issuer: ca # ! Ingress 'web' names Issuer 'ca', which is not there in namespace 'default'; there is ClusterIssuer 'ca'",
    )}${issuer('ca', 'cluster')}`,
    'an annotation for nobody': annotated(
      "cert-manager.io/cluster-issuer: ca # ! Ingress 'web' names ClusterIssuer 'ca', which is not there",
    ),
    'an annotation whose kind stands beside it': annotated(
      "cert-manager.io/issuer: ca # ! Ingress 'web' names ClusterIssuer 'ca', which is not there\n    cert-manager.io/issuer-kind: ClusterIssuer",
    ),
    'an Ingress of an old version': annotated(
      "cert-manager.io/issuer: ca # ! Ingress 'web' names Issuer 'ca', which is not there in namespace 'default'",
    ).replace('networking.k8s.io/v1', 'extensions/v1beta1'),
    'a Gateway': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: web
  annotations:
    cert-manager.io/issuer: ca # ! Gateway 'web' names Issuer 'ca', which is not there in namespace 'default'`,
  },
  right: {
    'an Issuer of the Namespace': `${certificate({ namespace: 'web' })}${issuer('ca', 'web')}`,
    'an issuer of the cluster, for any Namespace': `${certificate({ namespace: 'web', issuer: 'ca\n    kind: ClusterIssuer' })}${issuer('ca', 'cluster')}`,
    'an annotation with its issuer': `${annotated('cert-manager.io/cluster-issuer: ca')}${issuer('ca', 'cluster')}`,
    'one name for an Issuer and one of the cluster': `${certificate()}${issuer('ca', undefined)}${issuer('ca', 'cluster')}`,
    'an issuer of another maker': certificate({ issuer: 'ca\n    group: awspca.example.com' }),
    'the same by an annotation': annotated('cert-manager.io/issuer: ca\n    cert-manager.io/issuer-group: example.com'),
    'a kind of another maker': certificate({ issuer: 'ca\n    kind: OriginIssuer' }),
  },
});

test('says how to name the other kind', () => {
  const there = issuer('ca', 'cluster');
  expect(findingsIn(issuerMissing, `${certificate()}${there}`)).toMatchObject([
    { level: 'error', remedy: 'Write kind: ClusterIssuer', related: [{ line: 15 }] },
  ]);
  expect(findingsIn(issuerMissing, `${annotated('cert-manager.io/issuer: ca')}${there}`)).toMatchObject([
    { remedy: 'Use the annotation cert-manager.io/cluster-issuer' },
  ]);
});

test('is uncertain where the issuer may be elsewhere', () => {
  const options = { complete: false };
  expect(findingsIn(issuerMissing, certificate(), options)).toMatchObject([{ level: 'warning' }]);
  expect(findingsIn(issuerMissing, `${certificate()}${issuer('ca', 'cluster')}`, options)).toMatchObject([
    { level: 'warning' },
  ]);
});

test('is advice where the set brings no issuer of the cluster, which has them from elsewhere', () => {
  const ofCluster = certificate({ issuer: 'ca\n    kind: ClusterIssuer' });
  const levels = (yaml: string, complete: boolean) =>
    findingsIn(issuerMissing, yaml, { complete }).map(({ level }) => level);
  expect(levels(ofCluster, false)).toEqual(['advice']);
  expect(levels(ofCluster, true)).toEqual(['error']);
  expect(levels(`${ofCluster}${issuer('other', 'cluster')}`, false)).toEqual(['warning']);
  expect(levels(`${ofCluster}${issuer('ca', undefined)}`, false)).toEqual(['warning']);
});

test('names the annotation for an Issuer', () => {
  const yaml = `${annotated('cert-manager.io/cluster-issuer: ca')}${issuer('ca', undefined)}`;
  expect(findingsIn(issuerMissing, yaml)).toMatchObject([{ remedy: 'Use the annotation cert-manager.io/issuer' }]);
});
