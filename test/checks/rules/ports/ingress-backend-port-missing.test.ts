import { ingressBackendPortMissing } from '../../../../checks/rules/ports/ingress-backend-port-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const ingress = (...ports: string[]) => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - http:
        paths:${ports
          .map(
            (port) => `
          - backend:
              service:
                name: web
                port:
                  ${port}`,
          )
          .join('')}`;

const old = (port: string) => `
apiVersion: extensions/v1beta1
kind: Ingress
metadata:
  name: web
spec:
  backend:
    serviceName: web
    servicePort: ${port}`;

const service = (ports: string, rest = '') => `
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:${rest}
  ports: [${ports}]`;

const http = '{name: http, port: 80, targetPort: 8000}';
const https = '{name: https, port: 443, targetPort: tls}';
const exposes = "of Service 'web', which exposes 80 (http), 443 (https)";

describeRule(ingressBackendPortMissing, {
  found: {
    'a number that the Service does not expose': `${ingress(`number: 8080 # ! Ingress 'web' leads to port '8080' ${exposes}`)}${service(`${http}, ${https}`)}`,
    'a name that the Service does not have': `${ingress(`name: htpp # ! Ingress 'web' leads to port 'htpp' ${exposes}`)}${service(`${http}, ${https}`)}`,
    'a name where the ports have none': `${ingress("name: http # ! Ingress 'web' leads to port 'http' of Service 'web', which exposes 80")}${service('{port: 80}')}`,
    'the number of the pods': `${ingress("number: 8000 # ! Ingress 'web' leads to port '8000' of Service 'web', which is a target port; the Service exposes 80 (http), 443 (https)")}${service(`${http}, ${https}`)}`,
    'the name of the pods': `${ingress("name: tls # ! Ingress 'web' leads to port 'tls' of Service 'web', which is a target port; the Service exposes 80 (http), 443 (https)")}${service(`${http}, ${https}`)}`,
    'a port in the words of an older version': `${old(`8080 # ! Ingress 'web' leads to port '8080' ${exposes}`)}${service(`${http}, ${https}`)}`,
    'one port in several paths once': `${ingress(`number: 8080 # ! Ingress 'web' leads to port '8080' ${exposes}`, 'number: 8080')}${service(`${http}, ${https}`)}`,
  },
  right: {
    'a number and a name of the Service': `${ingress('number: 80', 'name: https')}${service(`${http}, ${https}`)}`,
    'a number in quotes in an older version': `${old('"80"')}${service(http)}`,
    'a Service of another domain': `${ingress('number: 8080')}${service(http, '\n  type: ExternalName')}`,
    'a Service without ports': `${ingress('number: 8080')}${service('', '\n  clusterIP: None')}`,
    'a Service that is not there': ingress('number: 80'),
    'one of two files with the same Service': `${ingress('number: 8080')}${service(http)}${service('{port: 8080}')}`,
    'a backend without a port': `${ingress('')}${service(http)}`,
  },
});

test('is no error where the target port is meant, which ingress-nginx takes', () => {
  const [finding] = findingsIn(ingressBackendPortMissing, `${ingress('number: 8000', 'number: 8000')}${service(http)}`);
  expect(finding).toMatchObject({ level: 'warning', remedy: 'Write number: 80' });
  expect(finding?.related.map(({ line }) => line)).toEqual([26, 19]);
});

test.each([
  ['name: htpp', `${http}, ${https}`, 'Write name: http'],
  ['number: 8080', '{port: 80}', 'Write number: 80'],
  ['name: web', '{port: 80}', 'Write number: 80'],
  ['number: 8080', `${http}, ${https}`, 'Write a port of the Service'],
])('says what to write for %s', (port, ports, remedy) => {
  expect(findingsIn(ingressBackendPortMissing, ingress(port) + service(ports))[0]).toMatchObject({
    level: 'error',
    remedy,
  });
});
