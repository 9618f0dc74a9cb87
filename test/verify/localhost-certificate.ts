/** A key and a certificate of its own for localhost, valid for a hundred years: nobody trusts it, and it protects nothing. */
export const LOCALHOST = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgaFL3R/JBiB0HKw5c
JvwI6m0PDhvwaYTOkjQEyxNHZKShRANCAAQcf3d14Ivutbrai+6S110ZzZLeHNzh
jf0+u+jlpqmlInc4+0HWJVhgi4OJ4HBmmHJaPpOXGNXb3gl5v88+qgD8
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUEs9ZHhsvMpE5U0SU8aqAThEPO/owCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNjE1MzUyNloYDzIxMjYxMTAy
MTUzNTI2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQcf3d14Ivutbrai+6S110ZzZLeHNzhjf0+u+jlpqmlInc4+0HWJVhg
i4OJ4HBmmHJaPpOXGNXb3gl5v88+qgD8o28wbTAdBgNVHQ4EFgQUgXrA9QLaK3Gw
vEKFoxfx6HRrw5wwHwYDVR0jBBgwFoAUgXrA9QLaK3GwvEKFoxfx6HRrw5wwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgdrTC9GUalvx9niJ1kwTCrrMSjCpRw5HHegn7qypedWYCIFkj
fdn44LrX/VhL4XclevzQ5yA+Pxb37iTKNy405yzK
-----END CERTIFICATE-----`,
} as const;
