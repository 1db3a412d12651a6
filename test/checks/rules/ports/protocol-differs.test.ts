import { protocolDiffers } from '../../../../checks/rules/ports/protocol-differs';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (...ports: string[]) => `
apiVersion: v1
kind: Service
metadata:
  name: dns
spec:
  selector: {app: dns}
  ports:
${ports.map((port) => `    - ${port.replaceAll('\n', '\n      ')}`).join('\n')}`;

const pod = (ports: string) => `
---
apiVersion: v1
kind: Pod
metadata:
  name: dns
  labels: {app: dns}
spec:
  containers:
    - name: dns
      image: coredns/coredns:1.12.0
      ports: [${ports}]`;

const udp = '{name: dns, containerPort: 53, protocol: UDP}';
const tcp = '{name: dns-tcp, containerPort: 53}';

describeRule(protocolDiffers, {
  found: {
    'a name of a port over UDP where no protocol is written': `${service("port: 53 # ! Service 'dns' sends TCP to port 'dns', which Pod 'dns' declares for UDP\ntargetPort: dns")}${pod(udp)}`,
    'a name of a port over TCP': `${service("port: 53\nprotocol: UDP # ! Service 'dns' sends UDP to port 'dns-tcp', which Pod 'dns' declares for TCP\ntargetPort: dns-tcp")}${pod(`${udp}, ${tcp}`)}`,
    'a number of a port over UDP': `${service("port: 53 # ! Service 'dns' sends TCP to port '53', which Pod 'dns' declares for UDP")}${pod(udp)}`,
    'a wrong name although the right one is there too': `${service("name: b\nport: 53 # beside\nprotocol: TCP # ! Service 'dns' sends TCP to port 'dns', which Pod 'dns' declares for UDP\ntargetPort: dns", 'name: a\nport: 53\nprotocol: UDP\ntargetPort: dns')}${pod(udp)}`,
  },
  right: {
    'one number for both protocols': `${service('name: a\nport: 53', 'name: b\nport: 53\nprotocol: UDP')}${pod(`${udp}, ${tcp}`)}`,
    'one number for both protocols of which the pods declare one': `${service('name: a\nport: 53', 'name: b\nport: 53\nprotocol: UDP')}${pod(udp)}`,
    'the same, when the other port is led to by name': `${service('name: a\nport: 53', 'name: b\nport: 53\nprotocol: UDP\ntargetPort: dns')}${pod(udp)}`,
    'a number that nobody declares': `${service('port: 5353')}${pod(udp)}`,
    'a protocol that there is not': `${service('port: 53\nprotocol: tcp')}${pod(udp)}`,
    'pods with a protocol that there is not': `${service('port: 53')}${pod(udp.replace('UDP', 'udp'))}`,
    'pods of which some have the name over this protocol': `${service('port: 53\ntargetPort: dns')}${pod(udp)}${pod('{name: dns, containerPort: 53}').replace('name: dns', 'name: new')}`,
  },
});

test('is sure of names, and not of numbers', () => {
  const levels = ['dns', '53'].map(
    (target) => findingsIn(protocolDiffers, `${service(`port: 53\ntargetPort: ${target}`)}${pod(udp)}`)[0],
  );
  expect(levels.map((finding) => finding?.level)).toEqual(['error', 'warning']);
  expect(levels[0]).toMatchObject({
    remedy: 'Write protocol: UDP',
    related: [{ file: 'case.yaml', line: 21, column: 15 }],
  });
});
