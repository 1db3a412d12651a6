import { loadBalancerConfigurationIgnored } from '../../../../checks/rules/load-balancer/load-balancer-configuration-ignored';
import { describeRule } from '../../rule-cases';

const configuration = (key: string, text = 'peers: []\naddress-pools: []') => `
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
  namespace: metallb-system
data:
  ${key}: |
${text.replaceAll(/^/gm, '    ')}`;

const controller = (image: string) => `
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: controller
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ${image}`;

const inOneLine = `
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
data:
  config: "address-pools: []" # ! ConfigMap 'config' has pools in the form that MetalLB read up to 0.12; v0.16.1 does not read it`;

describeRule(loadBalancerConfigurationIgnored, {
  found: {
    'pools, in whatever Namespace': inOneLine,
    'pools beside a newer MetalLB': inOneLine + controller('quay.io/metallb/controller:v0.13.2'),
    'pools beside another image of an old version': inOneLine + controller('example.com/controller:v0.9.3'),
  },
  right: {
    'pools beside an old MetalLB': configuration('config') + controller('metallb/controller:v0.12.1'),
    'an even older one': configuration('config') + controller('docker.io/metallb/controller:v0.9.3'),
    'an old MetalLB beside another container': `${configuration('config')}${controller('metallb/speaker:v0.12.1')}\n        - {name: proxy, image: proxy}`,
    'another configuration': configuration('config', 'pools: []\n  address-pools: []'),
    'another key': configuration('notes'),
    'no data': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}',
  },
});
