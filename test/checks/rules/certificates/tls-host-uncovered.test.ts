import { tlsHostUncovered } from '../../../../checks/rules/certificates/tls-host-uncovered';
import { certificate, tlsIngress, tlsSecret } from '../../certificate-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const issued = { annotation: 'cert-manager.io/cluster-issuer: ca' };
const entry = (hosts: string) => `hosts: [${hosts}]\n      secretName: web-tls`;
// A host on a line of its own, so that a mark can stand there.
const marked = (host: string, message: string) => `hosts:\n        - ${host} # ! ${message}\n      secretName: web-tls`;
const slip =
  "Ingress 'web' has TLS for host 'wbe.localhost', which none of its rules has, and none for 'web.localhost'";
const second = (host: string) => `    - host: ${host}\n`;

describeRule(tlsHostUncovered, {
  found: {
    'a slip': tlsIngress(marked('wbe.localhost', slip), issued),
    'a slip beside a Certificate for the same': `${tlsIngress(marked('wbe.localhost', slip))}${certificate({ dnsNames: 'wbe.localhost' })}`,
    'a Secret that somebody fills': `${tlsIngress(marked('wbe.localhost', slip))}${tlsSecret('web-tls')}`,
    'a host that the Certificate does not have': `${tlsIngress(
      marked(
        'web.localhost',
        "Ingress 'web' has TLS for host 'web.localhost', and Certificate 'web' is for 'shop.localhost'",
      ),
    )}${certificate({ dnsNames: 'shop.localhost' })}`,
    'a star that is one label short': `${tlsIngress(
      marked('a.b.org', "Ingress 'web' has TLS for host 'a.b.org', and Certificate 'web' is for '*.org'"),
      { host: 'a.b.org' },
    )}${certificate({ dnsNames: '"*.org"' })}`,
    'one host of two': `${tlsIngress(entry('web.localhost'), issued)}${second("shop.localhost # ! Ingress 'web' has TLS, and none for host 'shop.localhost'")}`,
  },
  right: {
    'each host': tlsIngress(entry('web.localhost'), issued),
    'a star': tlsIngress(entry('"*.localhost"'), issued),
    'the star itself': tlsIngress(entry('"*.localhost"'), { ...issued, host: '"*.localhost"' }),
    'a star of the Certificate': `${tlsIngress(entry('web.localhost'))}${certificate({ dnsNames: '"*.localhost"' })}`,
    'a host more, to which another name leads': tlsIngress(entry('web.localhost, www.web.localhost'), issued),
    'no hosts, so all that the certificate has': tlsIngress('secretName: web-tls', issued),
    'a second host that another Ingress has TLS for': `${tlsIngress(entry('web.localhost'), issued)}${second('shop.localhost')}${tlsIngress(
      entry('shop.localhost'),
      { name: 'shop', host: 'shop.localhost' },
    )}`,
    'a second host with a star of another Ingress': `${tlsIngress(entry('web.localhost'), issued)}${second('a.shop.org')}${tlsIngress(
      entry('"*.shop.org"'),
      { name: 'shop', host: '"*.shop.org"' },
    )}`,
    'rules without TLS': tlsIngress('{}'),
    'no TLS at all': tlsIngress('{}').replace(/ {2}tls:\n.*\n/, ''),
    'a rule for any host': `${tlsIngress(entry('web.localhost'), issued)}    - http: {}`,
    'an entry with hosts beside one that serves what its certificate names': tlsIngress(
      `${entry('a.org')}\n    - secretName: b`,
      issued,
    ),
    'two Certificates for one Secret, of which another rule speaks': `${tlsIngress(entry('web.localhost'))}${certificate({ dnsNames: 'a.org' })}${certificate({ name: 'b' })}`,
    'an annotation, which makes a certificate of its own': `${tlsIngress(entry('web.localhost'), issued)}${certificate({ dnsNames: 'a.org' })}`,
  },
});

test('is certain where one knows what the certificate is for', () => {
  const of = (yaml: string) => findingsIn(tlsHostUncovered, yaml).map(({ level, remedy }) => [level, remedy]);
  const remedy = 'Write web.localhost into the tls entry';
  expect(of(tlsIngress(entry('wbe.localhost'), issued))).toEqual([['error', remedy]]);
  expect(of(`${tlsIngress(entry('wbe.localhost'))}${certificate({ dnsNames: 'wbe.localhost' })}`)).toEqual([
    ['error', remedy],
  ]);
  expect(
    of(`${tlsIngress(entry('wbe.localhost'))}${certificate({ dnsNames: 'wbe.localhost, web.localhost' })}`),
  ).toEqual([['warning', remedy]]);
  expect(of(`${tlsIngress(entry('wbe.localhost'))}${tlsSecret('web-tls')}`)).toEqual([['warning', remedy]]);
  expect(of(`${tlsIngress(entry('web.localhost'), issued)}${second('b.org')}`)).toEqual([
    ['warning', tlsHostUncovered.remedy],
  ]);
});

test('says where the rule and the Certificate are', () => {
  expect(findingsIn(tlsHostUncovered, tlsIngress(entry('wbe.localhost'), issued))).toMatchObject([
    { related: [{ line: 15 }] },
  ]);
  const yaml = `${tlsIngress(entry('web.localhost'))}${certificate({ dnsNames: 'a.org' })}`;
  expect(findingsIn(tlsHostUncovered, yaml)).toMatchObject([
    { level: 'error', remedy: "Add web.localhost to the dnsNames of Certificate 'web'", related: [{ line: 23 }] },
  ]);
});

test('is uncertain where one of two entries has a Secret that somebody fills', () => {
  const two = tlsIngress(`${entry('wbe.localhost')}\n    - hosts: [a.org]\n      secretName: by-hand`);
  expect(findingsIn(tlsHostUncovered, `${two}${certificate({ dnsNames: 'wbe.localhost' })}`)).toMatchObject([
    { level: 'warning' },
  ]);
  const one = `${tlsIngress(entry('wbe.localhost'))}${certificate({ dnsNames: 'wbe.localhost' })}`;
  const other = certificate({ name: 'b', dnsNames: 'web.localhost' });
  expect(findingsIn(tlsHostUncovered, `${one}${other}`)).toMatchObject([{ level: 'warning' }]);
});
