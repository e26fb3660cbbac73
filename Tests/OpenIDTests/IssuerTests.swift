import Foundation
import OpenID
import Testing

/// Whom a site may name as its identity provider.
@Suite struct IssuerTests {
    @Test(arguments: ["https://id.example.org", "http://127.0.0.1:8443/realm"])
    func `an issuer answers over TLS, or on this machine`(address: String) throws {
        #expect(Issuer(url: try #require(URL(string: address)), clientID: "homeward") != nil)
    }

    @Test(arguments: ["http://id.example.org", "ftp://id.example.org"])
    func `an issuer without TLS is refused`(address: String) throws {
        #expect(Issuer(url: try #require(URL(string: address)), clientID: "homeward") == nil)
    }
}
