import { check } from '../../../../checks/engine';
import { fresh } from '../../../../checks/model/cluster';
import { ObjectSet } from '../../../../checks/model/object-set';
import { readSet } from '../../../../checks/read/read-set';
import { certificateSecretShared } from '../../../../checks/rules/certificates/certificate-secret-shared';
import { certificate, tlsIngress } from '../../certificate-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const issued = { annotation: 'cert-manager.io/cluster-issuer: ca' };
const entry = (secretName: string, host = 'web.localhost') => `hosts: [${host}]\n      secretName: ${secretName}`;
const told = (who: string, other: string) =>
  `web-tls # ! ${who} has its certificate written into Secret 'web-tls', and so has ${other}`;

describeRule(certificateSecretShared, {
  found: {
    'two Certificates': `${certificate()}${certificate({ name: 'b', secretName: told("Certificate 'b'", "Certificate 'web'") })}`,
    'a Certificate and an annotated Ingress': `${certificate()}${tlsIngress(entry(told("Ingress 'web'", "Certificate 'web'")), issued)}`,
    'two Ingresses for two hosts': `${tlsIngress(entry('web-tls'), issued)}${tlsIngress(
      entry(told("Ingress 'b'", "Ingress 'web'"), 'b.localhost'),
      { ...issued, name: 'b', host: 'b.localhost' },
    )}`,
    'two entries of one Ingress': tlsIngress(
      `${entry('web-tls')}\n    - ${entry(told("Ingress 'web'", "Ingress 'web'"), 'b.localhost')}`,
      issued,
    ),
  },
  right: {
    'two Namespaces': `${certificate({ namespace: 'a' })}${certificate({ namespace: 'b' })}`,
    'an Ingress that reads what a Certificate writes': `${certificate()}${tlsIngress(entry('web-tls'))}`,
    'a Certificate that has the name of the Secret, which stays as it is': `${certificate({ name: 'web-tls' })}${tlsIngress(entry('web-tls'), issued)}`,
    'two Ingresses for one host, which is one certificate': `${tlsIngress(entry('web-tls', 'a.org, b.org'), issued)}${tlsIngress(
      entry('web-tls', 'b.org, a.org'),
      { ...issued, name: 'b' },
    )}`,
    'one object twice, of which another rule speaks': `${certificate()}${certificate()}`,
    'one Ingress twice, of which another rule speaks': `${tlsIngress(entry('web-tls'), issued)}${tlsIngress(entry('web-tls', 'b.org'), issued)}`,
    'entries without a Secret': `${tlsIngress('{}', issued)}${tlsIngress('{}', { ...issued, name: 'b' })}`,
  },
});

test('is a warning where two files may be alternatives', () => {
  const files = ['a', 'b'].map((name) => ({ file: `${name}.yaml`, text: certificate({ name }), named: true }));
  const { objects } = readSet({ files, problems: [] });
  const [finding] = check(new ObjectSet(objects, fresh()), [certificateSecretShared]);
  expect(finding).toMatchObject({ level: 'warning', related: [{ file: 'a.yaml', line: 8 }] });
  expect(finding?.message).toMatch(/, unless the files are alternatives$/);
  expect(findingsIn(certificateSecretShared, certificateSecretShared.bad)).toMatchObject([{ level: 'error' }]);
});
