import { backendProtocolMissing } from '../../../../checks/rules/routing/backend-protocol-missing';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (ports: string) => `
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports: [${ports}]
`;
// The mark belongs to the line of the port, which its number follows.
const marked = (port: string, message: string) => ingress({ port }).replace('port:\n', `port: # ! ${message}\n`);
const told = (port: string) =>
  `Ingress 'web' leads to port ${port} of Service 'web', which is for HTTPS, and has no backend-protocol`;

describeRule(backendProtocolMissing, {
  found: {
    'the port of HTTPS': marked('number: 443', told('443')),
    'a port of that name': marked('name: https', told('https')),
    'a number whose name says so': `${marked('number: 8443', told('8443'))}${service('{name: https-web, port: 8443}')}`,
    'a name whose number says so': `${marked('name: web', told('web'))}${service('{name: web, port: 443, targetPort: 8443}')}`,
  },
  right: {
    'backend-protocol': ingress({ nginx: ['backend-protocol: HTTPS'], port: 'number: 443' }),
    'TLS that goes through': ingress({ nginx: ['ssl-passthrough: "true"'], port: 'number: 443' }),
    'a port of HTTPS that leads to one for HTTP': `${ingress({ port: 'number: 443' })}${service('{port: 443, targetPort: http}')}`,
    'a port of HTTPS that leads to 8080': `${ingress({ port: 'name: https' })}${service('{name: https, port: 443, targetPort: 8080}')}`,
    'a port for HTTP': ingress({ port: 'name: http' }),
    'a canary, which speaks as its main Ingress does': canary({ port: 'number: 443' }),
    'a backend that is no Service': ingress().replace(/service:[\s\S]*/, 'resource: {kind: Bucket, name: icons}'),
    'another controller': ingress({ port: 'number: 443', spec: 'ingressClassName: traefik' }),
  },
});

test('is one warning for all paths', () => {
  const more = `          - path: /b
            pathType: Prefix
            backend: {service: {name: b, port: {number: 443}}}`;
  expect(findingsIn(backendProtocolMissing, `${ingress({ port: 'number: 443' })}${more}`)).toMatchObject([
    { level: 'warning', related: [{ line: 23 }] },
  ]);
});

test('does not take passthrough for granted where it is off', () => {
  const off = ingress({ nginx: ['ssl-passthrough: "false"'], port: 'number: 443' });
  expect(findingsIn(backendProtocolMissing, off)).toHaveLength(1);
});
