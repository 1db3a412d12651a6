import type { Rule } from '../rule';
import { ACCESS } from './access';
import { CERTIFICATES } from './certificates';
import { IMAGES } from './images';
import { LOAD_BALANCER } from './load-balancer';
import { PORTS } from './ports';
import { REFERENCES } from './references';
import { ROLLOUT } from './rollout';
import { ROUTING } from './routing';
import { SCHEMA } from './schema';
import { SECRETS } from './secrets';
import { SECURITY } from './security';
import { STORAGE } from './storage';

/** Every rule, by subject in the order of the catalogue. */
export const RULES: readonly Rule[] = [
  ...REFERENCES,
  ...PORTS,
  ...ROLLOUT,
  ...STORAGE,
  ...ROUTING,
  ...CERTIFICATES,
  ...LOAD_BALANCER,
  ...ACCESS,
  ...SECRETS,
  ...SECURITY,
  ...IMAGES,
  ...SCHEMA,
];
