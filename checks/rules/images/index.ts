import type { Rule } from '../../rule';
import { imageInvalid } from './image-invalid';
import { imageUnpinned } from './image-unpinned';
import { scriptFromNetwork } from './script-from-network';
import { tokenMountedNeedlessly } from './token-mounted-needlessly';

/** Rules of images. */
export const IMAGES: readonly Rule[] = [imageUnpinned, imageInvalid, scriptFromNetwork, tokenMountedNeedlessly];
