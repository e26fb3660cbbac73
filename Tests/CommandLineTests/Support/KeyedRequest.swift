import Dispatch

/// A referral that a program sends by the API under a key, again and again.
struct KeyedRequest: Sendable {
    let ref: String
    let token: String

    private var body: String {
        #"{"on":"2025-06-02","ref":"\#(ref)","child":"\#(ref)","model":"mst","team":"mst","source":"social-care"}"#
    }

    /// Sends it once.
    /// - Returns: status and body, when the whole answer came.
    func send(to served: Served) async -> (status: Int, body: String)? {
        let headers = [
            "Authorization: Bearer \(token)", "Idempotency-Key: drill-\(ref)", "Content-Type: application/json",
            "Content-Length: \(body.utf8.count)",
        ]
        guard let answer = await served.ask("POST", "/api/v1/sites/north/referrals", headers, body),
            let end = answer.body.firstRange(of: "\r\n\r\n")
        else { return nil }
        let head = answer.body[..<end.lowerBound].lowercased()
        let text = String(answer.body[end.upperBound...])
        guard let place = head.firstRange(of: "content-length: "),
            Int(head[place.upperBound...].prefix { $0.isNumber }) == text.utf8.count
        else { return nil }
        return (answer.status, text)
    }

    /// Sends it until nobody answers any more.
    /// - Returns: the whole answers that say what was done.
    func hammer(_ served: Served) async -> [String] {
        var answers: [String] = []
        while let answer = await send(to: served) {
            if answer.status == 201 { answers.append(answer.body) }
        }
        return answers
    }

    /// Sends it until it is known what came of it.
    func settle(with served: Served) async -> (status: Int, body: String) {
        while true {
            if let answer = await send(to: served), !answer.body.contains("\"still-running\"") { return answer }
        }
    }
}
