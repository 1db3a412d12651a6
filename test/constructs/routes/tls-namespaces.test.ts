import {
  Authority,
  Certificate,
  ClusterIssuer,
  Ingress,
  Issuer,
  type NamespaceReference,
  Tls,
} from '../../../constructs';
import { at, only, refusalOf, synth, type TestStack } from '../../synth';
import { portOf } from '../services/pods';

const host = 'web.example.org';
const shop: NamespaceReference = { name: 'shop' };
const authority = Authority.selfSigned();

const SHOP = "the Namespace 'shop'";
const KUBECTL = 'the Namespace that kubectl is told';

type Namespace = NamespaceReference | undefined;

function fromIssuer(stack: TestStack, namespace: Namespace): Tls {
  return Tls.fromIssuer(new Issuer(stack, 'ours', { authority, namespace }), 'web-tls');
}

function fromCertificate(stack: TestStack, namespace: Namespace): Tls {
  const issuer = new ClusterIssuer(stack, 'ours', { authority });
  const props = { issuer, dnsNames: [host], secretName: 'web-tls', namespace };
  return Tls.fromCertificate(new Certificate(stack, 'cert', props));
}

function makeIngress(stack: TestStack, namespace: Namespace, tls: Tls): Ingress {
  const to = portOf(stack, 'web-svc', { namespace });
  return new Ingress(stack, 'web', { routes: [{ to, host }], namespace, tls: [tls] });
}

describe('Tls across Namespaces', () => {
  test.each([
    ['Issuer', fromIssuer],
    ['Certificate', fromCertificate],
  ])('an Ingress uses what is in its own Namespace: %s', (_kind, tlsIn) => {
    const manifests = synth((stack) => makeIngress(stack, shop, tlsIn(stack, shop)));
    expect(at(only(manifests, 'Ingress'), 'spec.tls')).toEqual([{ hosts: [host], secretName: 'web-tls' }]);
  });

  test('an Ingress of any Namespace uses a ClusterIssuer', () => {
    const manifests = synth((stack) =>
      makeIngress(stack, shop, Tls.fromIssuer(new ClusterIssuer(stack, 'ours', { authority }), 'web-tls')),
    );
    expect(only(manifests, 'Ingress').metadata.annotations).toEqual({ 'cert-manager.io/cluster-issuer': 'ours' });
  });

  test.each<[Namespace, Namespace, string, string]>([
    [shop, undefined, SHOP, KUBECTL],
    [undefined, shop, KUBECTL, SHOP],
    [shop, { name: 'store' }, SHOP, "the Namespace 'store'"],
  ])('fails for an Issuer of another Namespace: %j, %j', (of, ingress, other, own) => {
    expect(refusalOf((stack) => makeIngress(stack, ingress, fromIssuer(stack, of)))).toBe(
      `test/web: Issuer 'ours' is in ${other}, and it can be used only there, not in ${own}. Put both into one Namespace.`,
    );
  });

  test.each<[Namespace, Namespace, string, string]>([
    [shop, undefined, SHOP, KUBECTL],
    [undefined, shop, KUBECTL, SHOP],
    [shop, { name: 'store' }, SHOP, "the Namespace 'store'"],
  ])('fails for a Certificate of another Namespace: %j, %j', (of, ingress, other, own) => {
    expect(refusalOf((stack) => makeIngress(stack, ingress, fromCertificate(stack, of)))).toBe(
      `test/web: Certificate 'cert' is in ${other}, and it can be used only there, not in ${own}. Put both into one Namespace.`,
    );
  });
});
