export { Credentials } from './credentials';
export type { CredentialsSecret } from './credentials-secret';
export { SecretKey } from './secret-key';
