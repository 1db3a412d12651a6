export { Credentials, type CredentialsSecret } from './credentials';
export { SecretKey } from './secret-key';
