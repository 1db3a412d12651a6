import type { Rule } from '../../rule';
import { headlessPortMapped } from './headless-port-mapped';
import { hostPortRepeats } from './host-port-repeats';
import { ingressBackendMissing } from './ingress-backend-missing';
import { ingressBackendPortMissing } from './ingress-backend-port-missing';
import { nodePortRepeats } from './node-port-repeats';
import { nodePortUnreachable } from './node-port-unreachable';
import { portNameRepeats } from './port-name-repeats';
import { probeCannotFail } from './probe-cannot-fail';
import { probePortMissing } from './probe-port-missing';
import { probesDisagree } from './probes-disagree';
import { protocolDiffers } from './protocol-differs';
import { servicePortRepeats } from './service-port-repeats';
import { targetPortMissing } from './target-port-missing';

/** Rules of ports. */
export const PORTS: readonly Rule[] = [
  targetPortMissing,
  probePortMissing,
  ingressBackendMissing,
  ingressBackendPortMissing,
  protocolDiffers,
  portNameRepeats,
  servicePortRepeats,
  nodePortRepeats,
  hostPortRepeats,
  probesDisagree,
  headlessPortMapped,
  nodePortUnreachable,
  probeCannotFail,
];
