import type { Rule } from '../../rule';
import { certificateSecretShared } from './certificate-secret-shared';
import { issuerMissing } from './issuer-missing';
import { issuerReferenceMissing } from './issuer-reference-missing';
import { tlsAnnotationIncomplete } from './tls-annotation-incomplete';
import { tlsHostUncovered } from './tls-host-uncovered';
import { tlsSecretUnproduced } from './tls-secret-unproduced';

/** Rules of certificates. */
export const CERTIFICATES: readonly Rule[] = [
  issuerMissing,
  issuerReferenceMissing,
  tlsSecretUnproduced,
  tlsHostUncovered,
  tlsAnnotationIncomplete,
  certificateSecretShared,
];
