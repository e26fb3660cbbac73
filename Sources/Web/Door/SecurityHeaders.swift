import HTTPTypes

/// The headers that every answer has, whatever its status.
enum SecurityHeaders {
    /// Names and values. A page may load its own style and send its own forms, and nothing else.
    static let all: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        (
            "Permissions-Policy",
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(),"
                + " usb=()"
        ),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ]

    /// The policy of the few pages that have a script of our own: it may be loaded, and may ask the service. No script may
    /// stand in a page.
    static let policyWithScript =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none';"
        + " frame-ancestors 'none'"

    /// Adds those that an answer does not have yet.
    static func complete(_ fields: inout HTTPFields) {
        for (name, value) in named where fields[name] == nil { fields[name] = value }
    }

    /// Lets the page of an answer load a script of our own.
    static func allowScript(_ fields: inout HTTPFields) {
        guard let name = HTTPField.Name("Content-Security-Policy") else { return }
        fields[name] = policyWithScript
    }

    private static let named: [(HTTPField.Name, String)] = all.compactMap { name, value in
        HTTPField.Name(name).map { ($0, value) }
    }
}
