export { type FindingsOptions, toHaveNoFindings } from './jest';
export { KindStacksValidation, type ValidationProps } from './validation';
