import NIOSSL

/// TLS with a certificate for `localhost` that no system trusts. The key is for this test alone and secures nothing.
func selfSignedTLS() throws -> NIOSSLContext {
  let certificate = try NIOSSLCertificate(bytes: Array(certificatePEM.utf8), format: .pem)
  let key = try NIOSSLPrivateKey(bytes: Array(keyPEM.utf8), format: .pem)
  return try NIOSSLContext(
    configuration: .makeServerConfiguration(certificateChain: [.certificate(certificate)], privateKey: .privateKey(key))
  )
}

private let keyPEM = """
  -----BEGIN PRIVATE KEY-----
  MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg+ylzr3U+WwbcXSWw
  9I/eEK/fPnUoxii07yLkLjpC0vehRANCAAQgOJOFlwW9ubs/Pg8C0ZnepMS6fReC
  ZZDsR8bIpAQzX71VYaOQrHZEHeD0iDIFb2pOOIVNJF3kO3cz4AEFgXb5
  -----END PRIVATE KEY-----
  """

private let certificatePEM = """
  -----BEGIN CERTIFICATE-----
  MIIBmzCCAUGgAwIBAgIUHVHflRQLmesxwwxAHYkgrR/0f0MwCgYIKoZIzj0EAwIw
  FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzE1MjUxM1oYDzIxMjYxMDMw
  MTUyNTEzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
  PQMBBwNCAAQgOJOFlwW9ubs/Pg8C0ZnepMS6fReCZZDsR8bIpAQzX71VYaOQrHZE
  HeD0iDIFb2pOOIVNJF3kO3cz4AEFgXb5o28wbTAdBgNVHQ4EFgQUwKn6AYbxQbbm
  W2BCYKgTX3Mn5l4wHwYDVR0jBBgwFoAUwKn6AYbxQbbmW2BCYKgTX3Mn5l4wDwYD
  VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
  zj0EAwIDSAAwRQIhAOV28fzuLpAW71f/nZNUXlpB5cYH8Ba7Cbxscq/LlpcwAiAu
  CQVEVfUq9ZX9FfzQiQAeVSEOOacWz8Z4w6zldYtIFQ==
  -----END CERTIFICATE-----
  """
