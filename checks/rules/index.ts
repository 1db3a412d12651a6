import type { Rule } from '../rule';
import { serviceSelectsNothing } from './references/service-selects-nothing';

/** Every rule, by subject in the order of the catalogue. */
export const RULES: readonly Rule[] = [serviceSelectsNothing];
