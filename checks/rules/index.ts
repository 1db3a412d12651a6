import type { Rule } from '../rule';
import { serviceSelectsNothing } from './references/service-selects-nothing';
import { keyTwice } from './schema/key-twice';
import { yamlInvalid } from './schema/yaml-invalid';

/** Every rule, by subject in the order of the catalogue. */
export const RULES: readonly Rule[] = [serviceSelectsNothing, yamlInvalid, keyTwice];
