import type { Rule } from '../../rule';
import { annotationUnknown } from './annotation-unknown';
import { backendProtocolMissing } from './backend-protocol-missing';
import { canaryAnnotationIgnored } from './canary-annotation-ignored';
import { canaryMarkerMissing } from './canary-marker-missing';
import { canaryRepeats } from './canary-repeats';
import { canarySameService } from './canary-same-service';
import { canaryUnreachable } from './canary-unreachable';
import { canaryWeightInvalid } from './canary-weight-invalid';
import { canaryWithoutMain } from './canary-without-main';
import { defaultBackendRepeats } from './default-backend-repeats';
import { ingressClassAnnotation } from './ingress-class-annotation';
import { ingressClassMissing } from './ingress-class-missing';
import { pathRepeats } from './path-repeats';
import { regexPathType } from './regex-path-type';
import { rewriteCollapsesPaths } from './rewrite-collapses-paths';
import { rewriteGroupMissing } from './rewrite-group-missing';
import { routeBackendMissing } from './route-backend-missing';
import { routeParentMissing } from './route-parent-missing';

/** Rules of routing. */
export const ROUTING: readonly Rule[] = [
  canaryWithoutMain,
  canaryMarkerMissing,
  canarySameService,
  canaryWeightInvalid,
  canaryUnreachable,
  canaryRepeats,
  canaryAnnotationIgnored,
  rewriteGroupMissing,
  rewriteCollapsesPaths,
  regexPathType,
  ingressClassMissing,
  ingressClassAnnotation,
  pathRepeats,
  defaultBackendRepeats,
  backendProtocolMissing,
  annotationUnknown,
  routeParentMissing,
  routeBackendMissing,
];
