import API
import NIOHTTP1

/// Records one referral, where everything is invented, and sends it once more.
struct WritingCheck: Sendable {
    let probe: Probe
    let words: KnownWords

    func findings() async throws -> [InterfaceFinding] {
        let page = try await probe.ask(.GET, "/sign-in", token: "")
        guard String(decoding: page.body, as: UTF8.self).contains("Simulated network") else {
            throw InterfaceCheckFault.notSimulated
        }
        guard let site = words["site"], let team = words["team"], let model = words["model"] else {
            throw InterfaceCheckFault.cannotWrite
        }
        let ref = "CHECK-" + String(UInt64.random(in: .min ... .max), radix: 36).uppercased()
        let path = OpenAPIDocument.root + "/sites/\(site)/referrals"
        let key = [("Idempotency-Key", "api-check-\(ref)")]
        let body = WritingCheck.referral(ref, model, team, on: "2026-01-05")
        let first = try await probe.ask(.POST, path, key, body: body)
        guard first.status != 403, first.status != 404 else { throw InterfaceCheckFault.cannotWrite }
        let again = try await probe.ask(.POST, path, key, body: body)
        let place = first["Location"] ?? "/"
        let sheet = try await probe.ask(.GET, place)
        return [
            AnswerForm.finding("a referral is recorded", first, status: 201),
            AnswerForm.finding(
                "the same again is answered as before", again, status: 201,
                further: again.body == first.body ? [] : ["the answer differs"]),
            AnswerForm.finding(
                "another request under its key is refused",
                try await probe.ask(
                    .POST, path, key, body: WritingCheck.referral(ref, model, team, on: "2026-01-06")), status: 422,
                code: .keyReused),
            sheet.status == 404 || sheet.status == 403
                ? InterfaceFinding(.left, "what was recorded can be read", "not for this token")
                : AnswerForm.finding(
                    "what was recorded can be read", sheet, status: 200,
                    further: WritingCheck.version(sheet) == WritingCheck.version(first)
                        ? [] : ["its version is another"]),
        ]
    }

    /// The version in a tag, without what a reader saw of it.
    private static func version(_ answer: Probe.Answer) -> Substring? {
        answer["ETag"]?.drop { $0 == "\"" }.prefix { $0 != "-" && $0 != "\"" }
    }

    private static func referral(_ ref: String, _ model: String, _ team: String, on day: String) -> String {
        JSON.object([
            .init("on", .text(day)), .init("ref", .text(ref)), .init("child", .text(ref)),
            .init("model", .text(model)), .init("team", .text(team)),
        ]).line
    }
}
