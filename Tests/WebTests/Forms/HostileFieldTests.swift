import Accounts
import CivilDate
import EpisodeFixtures
import Foundation
import Pages
import Testing

@testable import Web

/// Hostile text through every field of every form that the tour of the pages meets, and back: as it was typed where it comes
/// back, harmless where it is shown, and never a fault of the service. What the routes declare says which fields there are.
struct HostileFieldTests {
    /// A quote with a combining mark, an override of the direction of writing, a script, an emoji, and a formula.
    private static let hostile = "=1+1 \u{202E}<script>alert('\u{0301}')</script> \"\u{301}& \u{1F600}"
    private static let long = String(repeating: "\u{E9}", count: 10_000)

    /// Fields that nobody types into, or that no page shows again.
    private static let unseen: Set<String> = [
        "mark", AskForm.keyField, AskForm.versionField, AskForm.buttonField, OfficePlace.field,
    ]

    /// Fields of forms that only stand on pages between two others, or for which a site must have more than most have.
    private static let rare: Set<String> = [
        "/sign-in kept", "/sign-in/factor kept", "/account/step-up kept", "/account/step-up to",
        "/referrals/new checked", "/on-call/call team", "/episode/correct about",
    ]

    /// A form on a page.
    private struct Place: Hashable {
        let path: String
        let who: String
        let action: String
        let number: Int
    }

    @Test func `hostile text goes through every field of every form and back`() async throws {
        try await FullDay.with { day in
            var (met, kept, tries) = ([String: Set<String>](), [(field: String, sent: String)](), 0)
            for place in try await Self.places(of: day, &met) {
                for field in try await Self.form(place, day)?.controls.filter(\.isText).map(\.name) ?? [] {
                    for text in ["\(Self.hostile) \(tries)", Self.long, "a\u{0}b"] {
                        guard let form = try await Self.form(place, day) else { continue }
                        tries += 1
                        let typed = form.sending(Self.usual(form).merging([field: text]) { $1 })
                        let answer = try await day.browser(place.who).post(form.action, typed)
                        let what = "\(place.action) \(field) \(text.prefix(8).debugDescription)"
                        Self.expectHarmless(answer, what)
                        if answer.status == 303 {
                            #expect(!text.contains("\u{0}"), "\(what): NUL was kept")
                            if text.hasPrefix("=") { kept.append((what, text.replacing("\u{202E}", with: "\u{FFFD}"))) }
                        } else {
                            Self.expectBack(text, in: field, of: form, answer, what)
                        }
                    }
                }
            }
            #expect(tries > 150 && kept.count > 5, "\(tries) \(kept.count)")
            try await Self.expectShown(kept, day)
            Self.expectAllMet(met, day)
        }
    }

    /// Where forms are that are posted, with what is met of their fields.
    private static func places(of day: FullDay, _ met: inout [String: Set<String>]) async throws -> [Place] {
        var (places, seen): ([Place], Set<String>) = ([], [])
        for stop in day.stops {
            let page = try await day.browser(stop.who).get(stop.path)
            for (number, form) in PageForm.all(of: page.body).enumerated() where form.isPosted {
                met[form.action, default: []].formUnion(form.controls.map(\.name))
                let texts = form.controls.filter(\.isText).map(\.name).sorted()
                guard !texts.isEmpty, seen.insert("\(form.action) \(texts)").inserted else { continue }
                places.append(Place(path: stop.path, who: stop.who, action: form.action, number: number))
            }
        }
        return places
    }

    /// The form as it is now; nil when what was sent before leaves no more to be asked.
    private static func form(_ place: Place, _ day: FullDay) async throws -> PageForm? {
        let page = try await day.browser(place.who).get(place.path)
        let forms = PageForm.all(of: page.body)
        guard forms.indices.contains(place.number), forms[place.number].action == place.action else { return nil }
        return forms[place.number]
    }

    /// Something usual in what is empty.
    private static func usual(_ form: PageForm) -> [String: String] {
        let day = FixtureWorld.today
        var values: [String: String] = [:]
        for control in form.controls where control.isText && control.value.isEmpty {
            switch control.name {
            case let name where name.hasSuffix("-day"): values[name] = "\(day.day)"
            case let name where name.hasSuffix("-month"): values[name] = "\(day.month)"
            case let name where name.hasSuffix("-year"): values[name] = "\(day.year)"
            case "hours": values["hours"] = "2"
            case "score": values["score"] = "0.5"
            case "episode": values["episode"] = "E-1"
            case "number", "authority", "received", "minutes": break
            case "ref", "child": values[control.name] = "N-\(Int.random(in: 100...99_999))"
            default: values[control.name] = control.kind == "textarea" ? "Plain words" : "plain"
            }
        }
        return values
    }

    private static func expectHarmless(_ answer: HTTPAnswer, _ what: String) {
        #expect(answer.status < 500, "\(what): \(answer.status)")
        #expect(!answer.body.contains("<script>alert") && !answer.body.contains("\u{202E}"), "\(what)")
    }

    /// What was refused comes back as it was typed, with a sentence.
    private static func expectBack(
        _ text: String, in field: String, of form: PageForm, _ answer: HTTPAnswer, _ what: String
    ) {
        if text.contains("\u{0}") {
            #expect((400..<500).contains(answer.status) && answer.body.contains("There is a problem"), "\(what)")
            return
        }
        let back = PageForm.all(of: answer.body).filter { $0.action == form.action }.flatMap(\.controls)
        // Who wanted to sign in, and by which code, stands in no page.
        guard field != "account", field != "code", let control = back.first(where: { $0.name == field }) else { return }
        let wanted = text.replacing("\u{202E}", with: "\u{FFFD}")
        #expect(control.value == wanted, "\(what): \(answer.status) \(control.value.prefix(60).debugDescription)")
    }

    /// What was kept is on a page, or in what is kept of a child; nothing of it is lost.
    private static func expectShown(_ kept: [(field: String, sent: String)], _ day: FullDay) async throws {
        var all = ""
        for stop in day.stops {
            let answer = try await day.browser(stop.who).get(stop.path)
            expectHarmless(answer, stop.path)
            all += answer.body
        }
        for text in kept {
            let isShown = all.range(of: PageForm.written(text.sent), options: .literal) != nil
            #expect(isShown, "\(text.field) is nowhere")
        }
    }

    /// Every field that a route declares is in a form of some page.
    private static func expectAllMet(_ met: [String: Set<String>], _ day: FullDay) {
        for route in day.world.routes where route.method == .post && !PageTour.unsent.contains(route.path) {
            let names = met.filter { route.covers($0.key) }.flatMap(\.value)
            for field in route.fields.subtracting(unseen) where !rare.contains("\(route.path) \(field)") {
                let isMet =
                    field.hasSuffix("-*")
                    ? names.contains { $0.hasPrefix(field.dropLast()) } : names.contains(field)
                #expect(isMet, "\(route.path) declares \(field), and no form that was toured has it")
            }
        }
    }
}
