export { type AcmeOptions, Authority, type AuthoritySpec, checkEmail } from './authority';
export { Certificate, type CertificateProps } from './certificate';
export { ClusterIssuer, type ClusterIssuerProps, Issuer, type IssuerProps, type IssuerReference } from './issuer';
