"""The cycle of the certificate is kept by the rules of the body (ISO/IEC 17021-1)."""
