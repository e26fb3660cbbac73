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

    /// Adds those that an answer does not have yet.
    static func complete(_ fields: inout HTTPFields) {
        for (name, value) in named where fields[name] == nil { fields[name] = value }
    }

    private static let named: [(HTTPField.Name, String)] = all.compactMap { name, value in
        HTTPField.Name(name).map { ($0, value) }
    }
}
