import API
import NIOHTTP1

/// How what is wrong is refused. Nothing is written: every request lacks what a write needs.
struct RefusalCheck: Sendable {
    let probe: Probe
    let words: KnownWords

    func findings() async throws -> [InterfaceFinding] {
        let sites = OpenAPIDocument.root + "/sites"
        let nobody = try await probe.ask(.GET, sites, token: "")
        let challenge = nobody["WWW-Authenticate"] == "Bearer" ? [] : ["no WWW-Authenticate"]
        let named = try await probe.ask(.GET, sites, [("X-Request-Id", "api-check-0001")])
        let echo = named["X-Request-Id"] == "api-check-0001" ? [] : ["X-Request-Id does not come back"]
        let rate = named["RateLimit-Remaining"] == nil ? ["no RateLimit-Remaining"] : []
        let other = try await probe.ask(.DELETE, sites)
        let allow = other["Allow"] == nil ? ["no Allow"] : []
        return [
            AnswerForm.finding("nobody is refused", nobody, status: 401, code: .notSignedIn, further: challenge),
            AnswerForm.finding(
                "another token is refused", try await probe.ask(.GET, sites, token: "hw_none"), status: 401,
                code: .notSignedIn),
            AnswerForm.finding("a request keeps its id, and is counted", named, status: 200, further: echo + rate),
            AnswerForm.finding(
                "an unknown parameter is refused", try await probe.ask(.GET, sites + "?nothing=1"), status: 400,
                code: .unknownParameter),
            AnswerForm.finding(
                "what is not there is not found", try await probe.ask(.GET, OpenAPIDocument.root + "/nothing"),
                status: 404, code: .absent),
            AnswerForm.finding(
                "another method is refused", other, status: 405, code: .methodNotAllowed, further: allow),
        ] + (try await writes())
    }

    /// A write without a key, to which no site would do anything.
    private func writes() async throws -> [InterfaceFinding] {
        let what = "a write without Idempotency-Key is refused"
        guard let site = words["site"] else { return [InterfaceFinding(.left, what, "the token knows no site")] }
        let path = OpenAPIDocument.root + "/sites/\(site)/referrals"
        let answer = try await probe.ask(.POST, path, body: "{}")
        if answer.status == 403 || answer.status == 404 {
            let form = AnswerForm.flaws(of: answer)
            return [
                InterfaceFinding(
                    form.isEmpty ? .left : .fails, what,
                    (["the token may not record referrals"] + form).joined(separator: "; "))
            ]
        }
        return [
            AnswerForm.finding(what, answer, status: 400, code: .keyMissing),
            AnswerForm.finding(
                "a body without its form is refused",
                try await probe.ask(.POST, path, [("Idempotency-Key", "api-check-0001")], body: "{}"), status: 422,
                code: .wrongBody),
        ]
    }
}
