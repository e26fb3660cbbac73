import Postgres

/// A flat JSON object of words and codes, written as the server writes a `jsonb`: shorter keys first, then by their
/// bytes. So a row that was read compares with one that is made anew.
///
/// Keys and values are terms, numbers and days, which need no escaping; nothing else may stand here.
struct CodesText: Hashable, Sendable {
    /// The document.
    let json: JSONText

    /// No codes.
    static let empty = CodesText([:])

    /// The document of some codes.
    init(_ codes: [String: String]) {
        guard !codes.isEmpty else {
            json = JSONText("{}")
            return
        }
        let keys = codes.keys.sorted { first, second in
            let lengths = (first.utf8.count, second.utf8.count)
            return lengths.0 == lengths.1 ? first < second : lengths.0 < lengths.1
        }
        json = JSONText("{" + keys.map { "\"\($0)\": \"\(codes[$0] ?? "")\"" }.joined(separator: ", ") + "}")
    }
}
