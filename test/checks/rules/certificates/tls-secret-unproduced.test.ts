import { tlsSecretUnproduced } from '../../../../checks/rules/certificates/tls-secret-unproduced';
import { certificate, operated, tlsIngress, tlsSecret } from '../../certificate-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const tls = '{hosts: [web.localhost], secretName: web-tls}';
const marked =
  "secretName: web-tls # ! Ingress 'web' has its certificate from Secret 'web-tls', which nobody makes in namespace 'default'";
const gateway = (reference: string) => `
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: web
spec:
  listeners:
    - name: https
      tls:
        certificateRefs:
          - ${reference}
`;

describeRule(tlsSecretUnproduced, {
  found: {
    'a Secret that nobody makes': tlsIngress(marked),
    'a slip, beside the Certificate': `${tlsIngress(marked)}${certificate({ secretName: 'wep-tls' })}`,
    'a Secret of another Namespace': `${tlsIngress(`${marked}; Secret 'web-tls' makes it in 'shop'`)}${tlsSecret('web-tls', 'shop')}`,
    'one Secret for two entries, once': tlsIngress(`${marked}\n    - secretName: web-tls`),
    'an Ingress of an old version': tlsIngress(marked).replace('networking.k8s.io/v1', 'extensions/v1beta1'),
    'a listener of a Gateway': gateway(
      "name: web-tls # ! Gateway 'web' has its certificate from Secret 'web-tls', which nobody makes in namespace 'default'",
    ),
  },
  right: {
    'a Secret': `${tlsIngress(tls)}${tlsSecret('web-tls')}`,
    'a Certificate': `${tlsIngress(tls)}${certificate()}`,
    'an annotation': tlsIngress(tls, { annotation: 'cert-manager.io/issuer: ca' }),
    'an annotation on an Ingress of an old version': tlsIngress(tls, {
      annotation: 'cert-manager.io/issuer: ca',
    }).replace('networking.k8s.io/v1', 'extensions/v1beta1'),
    'an annotation of old, of which another rule speaks': tlsIngress(tls, {
      annotation: 'certmanager.k8s.io/issuer: ca',
    }),
    'an annotation for whoever issues certificates': tlsIngress(tls, { annotation: 'kubernetes.io/tls-acme: "true"' }),
    'no Secret, so the default certificate': tlsIngress('{hosts: [web.localhost]}'),
    'an operator in the Namespace, which may make Secrets': `${tlsIngress(tls)}${operated()}`,
    'a listener with a Secret of another Namespace': `${gateway('{name: web-tls, namespace: shop}')}${tlsSecret('web-tls', 'shop')}`,
    'a certificate that is no Secret': gateway('{name: web-tls, kind: CertificateMap}'),
  },
});

test('writes the name of a Secret that is there', () => {
  const [finding] = findingsIn(tlsSecretUnproduced, `${tlsIngress(tls)}${certificate({ secretName: 'wep-tls' })}`);
  expect(finding).toMatchObject({ level: 'error', remedy: "Write 'wep-tls', which is there" });
});

test('is uncertain where the Secret may be made elsewhere', () => {
  expect(findingsIn(tlsSecretUnproduced, tlsIngress(tls), { complete: false })).toMatchObject([
    { level: 'warning', remedy: expect.stringContaining("Or declare Secret 'web-tls' external") },
  ]);
});
