import type { Rule } from '../../rule';
import { apiVersionRemoved } from './api-version-removed';
import { keyTwice } from './key-twice';
import { kindUnknown } from './kind-unknown';
import { labelInvalid } from './label-invalid';
import { leftoverField } from './leftover-field';
import { nameInvalid } from './name-invalid';
import { nameTooLong } from './name-too-long';
import { quantityInvalid } from './quantity-invalid';
import { yamlInvalid } from './yaml-invalid';

/** Rules of schema. */
export const SCHEMA: readonly Rule[] = [
  yamlInvalid,
  keyTwice,
  apiVersionRemoved,
  kindUnknown,
  nameInvalid,
  labelInvalid,
  quantityInvalid,
  nameTooLong,
  leftoverField,
];
