import { issuerReferenceMissing } from '../../../../checks/rules/certificates/issuer-reference-missing';
import { certificate, issuer, operated, tlsSecret } from '../../certificate-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const acme = (rest: string) =>
  issuer(
    'le',
    undefined,
    `acme:
    server: https://acme.example.org
    privateKeySecretRef: {name: le}
    ${rest}`,
  );
const dns = (reference: string) =>
  acme(`solvers:
      - dns01:
          cloudflare:
            apiTokenSecretRef:
              ${reference}`);
const solver = (name: string) =>
  acme(`solvers:
      - http01:
          ingress:
            ingressClassName: ${name}`);

describeRule(issuerReferenceMissing, {
  found: {
    'no such authority': issuer(
      'ca',
      undefined,
      "ca:\n    secretName: ca # ! Issuer 'ca' reads Secret 'ca', which nobody makes in namespace 'default'",
    ),
    'an authority of another Namespace': `${issuer(
      'ca',
      'cluster',
      "ca:\n    secretName: ca # ! ClusterIssuer 'ca' reads Secret 'ca', which nobody makes in namespace 'cert-manager'; Certificate 'ca' makes it in 'infra'",
    )}${certificate({ name: 'ca', secretName: 'ca', namespace: 'infra' })}`,
    'a token that nobody makes': dns(
      "name: token # ! Issuer 'le' reads Secret 'token', which nobody makes in namespace 'default'",
    ),
    'a key that the Secret does not have': `${dns(
      "{name: token, key: api} # ! Issuer 'le' reads key 'api' of Secret 'token', which has 'tls.crt', 'tls.key'",
    )}${tlsSecret('token')}`,
    'a key of an account that nobody is to make': acme('disableAccountKeyGeneration: true').replace(
      'privateKeySecretRef: {name: le}',
      "privateKeySecretRef: {name: le} # ! Issuer 'le' reads Secret 'le', which nobody makes in namespace 'default'",
    ),
    'no key of an account': issuer(
      'le',
      undefined,
      "acme: # ! Issuer 'le' names no Secret for the key of its account\n    server: https://acme.example.org",
    ),
    'no such class': solver(
      "ngnix # ! Issuer 'le' solves challenges by Ingresses of class 'ngnix', which is not there; there is 'nginx'",
    ),
  },
  right: {
    'an authority in the Namespace of cert-manager': `${issuer('ca', 'cluster', 'ca: {secretName: ca}')}${certificate({
      name: 'ca',
      secretName: 'ca',
      namespace: 'cert-manager',
    })}`,
    'an authority beside its Issuer': `${issuer('ca', 'web', 'ca: {secretName: ca}')}${tlsSecret('ca', 'web')}`,
    'the key of an account, which cert-manager makes': acme('email: me@example.org'),
    'a token with its key': `${dns('{name: token, key: tls.key}')}${tlsSecret('token')}`,
    'the class of the add-on': solver('nginx'),
    'what the settings of a webhook mean': acme(
      'solvers: [{dns01: {webhook: {config: {apiKeySecretRef: {name: x}}}}}]',
    ),
    'an operator in the Namespace, which may make Secrets': `${issuer('ca', undefined, 'ca: {secretName: ca}')}${operated()}`,
    'an issuer that signs for itself': issuer('ca', undefined),
  },
});

test('is uncertain where the Secret or the class may be made elsewhere', () => {
  const options = { complete: false };
  const spec = 'ca: {secretName: ca}';
  expect(findingsIn(issuerReferenceMissing, issuer('ca', undefined, spec), options)).toMatchObject([
    { level: 'warning' },
  ]);
  expect(findingsIn(issuerReferenceMissing, solver('ngnix'), options)).toMatchObject([
    { level: 'warning', remedy: expect.stringMatching(/^Write ingressClassName: nginx\. Or/) },
  ]);
});

test('is a warning where -n may bring the Secret into the Namespace', () => {
  const yaml = (namespace?: string) =>
    `${issuer('ca', 'cluster', 'ca: {secretName: ca}')}${certificate({ name: 'ca', secretName: 'ca', namespace })}`;
  expect(findingsIn(issuerReferenceMissing, yaml())).toMatchObject([
    { level: 'warning', remedy: "Make it in namespace 'cert-manager'" },
  ]);
  expect(findingsIn(issuerReferenceMissing, yaml('infra'))).toMatchObject([{ level: 'error' }]);
});

test('leaves alone a Secret that is declared', () => {
  const externals = [{ kind: 'Secret', namespace: 'default', name: 'ca' }];
  const yaml = issuer('ca', undefined, 'ca: {secretName: ca}');
  expect(findingsIn(issuerReferenceMissing, yaml, { externals })).toEqual([]);
});

test('says that cert-manager makes the key of an account', () => {
  const yaml = issuer('le', undefined, 'acme: {server: https://acme.example.org}');
  expect(findingsIn(issuerReferenceMissing, yaml)).toMatchObject([
    { remedy: 'Add privateKeySecretRef with a name, such as le; cert-manager makes the Secret' },
  ]);
});
