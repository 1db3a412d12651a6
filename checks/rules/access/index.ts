import type { Rule } from '../../rule';
import { bindingInWrongNamespace } from './binding-in-wrong-namespace';
import { roleGrantsNothing } from './role-grants-nothing';
import { roleMissing } from './role-missing';
import { roleTooWide } from './role-too-wide';
import { subjectIncomplete } from './subject-incomplete';
import { subjectMissing } from './subject-missing';

/** Rules of access. */
export const ACCESS: readonly Rule[] = [
  bindingInWrongNamespace,
  roleMissing,
  subjectMissing,
  subjectIncomplete,
  roleGrantsNothing,
  roleTooWide,
];
