extension String {
    /// The cookies that an answer sets, as a request brings them back.
    var setCookies: [String] {
        let pairs = matches(of: /(?i)\r\nset-cookie: ([^;\r]+)([^\r]*)/).filter { !$0.2.contains("Max-Age=0") }
        return pairs.isEmpty ? [] : ["Cookie: " + pairs.map { String($0.1) }.joined(separator: "; ")]
    }
}
