import type { Rule } from '../../rule';
import { sealedScopeDiffers } from './sealed-scope-differs';
import { secretEncodedTwice } from './secret-encoded-twice';
import { secretInPlainText } from './secret-in-plain-text';
import { secretNotBase64 } from './secret-not-base64';
import { secretTypeIncomplete } from './secret-type-incomplete';

/** Rules of secrets. */
export const SECRETS: readonly Rule[] = [
  secretInPlainText,
  secretNotBase64,
  secretEncodedTwice,
  secretTypeIncomplete,
  sealedScopeDiffers,
];
