import Accounts
import Testing

@testable import Web

/// What is kept of a child, as the officer finds, reads and gives it.
struct SubjectAccessPageTests {
    @Test func `a child is found by name, everything is shown by part, and what is ticked is not in the file`()
        async throws
    {
        try await WebWorld.with(isSignedIn: false) { world in
            let family = try await world.family("Robin Example", episode: "E-1")
            let browser = try await world.browser(of: try await world.account("gov", .governance))
            let found = try await browser.send("/subject-access", [("site", "north"), ("text", "robin")])
            #expect(found.status == 200 && found.body.contains("Robin Example"))
            #expect(found.body.contains("name=\"child\" value=\"\(family.child)\""))
            let named = [("site", "north"), ("child", "\(family.child)"), ("received", "2026-03-31")]
            let page = try await browser.post("/subject-access/pack", named)
            #expect(page.status == 200)
            for text in [
                "Kept for treatment and safeguarding", "A claim that Mrs Other brought", "Marked: free words",
                "30 April 2026",
                "name=\"out\" value=\"words.1\"", "/recordedby",
            ] { #expect(page.body.contains(text), "\(text)") }
            #expect(!page.body.contains("Hidden Lane"))
            let file = try await browser.post(
                "/subject-access/file",
                named + [("wanted", "page"), ("out", "words.1"), ("out", "assignments.1/therapist")])
            #expect(file["content-disposition"] == "attachment; filename=\"subject-access.html\"")
            #expect(file.body.contains("Robin Example") && !file.body.contains("Mrs Other"))
            #expect(file.body.contains("What is kept of you"))
            let json = try await browser.post(
                "/subject-access/file", named + [("wanted", "programs"), ("out", "words.1")])
            #expect(json["content-disposition"] == "attachment; filename=\"subject-access.json\"")
            #expect(json["content-type"] == "application/json; charset=utf-8")
            #expect(json.body.contains("\"answerBy\" : \"2026-04-30\"") && !json.body.contains("Mrs Other"))
            #expect(json.body.contains("\"child\" : \"\(family.child)\""))
            let list = try await browser.post("/subject-access/file", named + [("wanted", "list")])
            #expect(list["content-disposition"] == "attachment; filename=\"redactions.txt\"")
            #expect(list.body.contains("# words.1: free words"))
            let looks = try await world.looks().filter { $0.hasPrefix("gov ") }
            #expect(looks.count { $0 == "gov subject-access.run site allowed" } == 4)
            #expect(looks.contains { $0.hasPrefix("gov people.search") })
            #expect(!world.log.text.contains("\(family.child)") && !world.log.text.contains("obin"))
        }
    }

    @Test func `what cannot be drawn up is said beside what was typed`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let browser = try await world.browser(of: try await world.account("gov", .governance))
            try await browser.get("/subject-access")
            let empty = try await browser.post("/subject-access", [("site", "north"), ("text", " ")])
            #expect(empty.status == 400 && empty.body.contains("href=\"#text\""))
            let nobody = try await browser.post("/subject-access", [("site", "north"), ("text", "Nobody At All")])
            #expect(nobody.body.contains("Nobody was found"))
            let unknown = try await browser.post("/subject-access/pack", [("site", "north"), ("child", "C-404")])
            #expect(unknown.status == 404 && unknown.body.contains("North House has no child of that reference."))
            #expect(unknown.body.contains("value=\"C-404\""))
            let day = try await browser.post(
                "/subject-access/pack", [("site", "north"), ("child", "C-1"), ("received", "31 March")])
            #expect(day.status == 400 && day.body.contains("value=\"31 March\""))
            let odd = try await browser.post(
                "/subject-access/file", [("site", "north"), ("child", "C-1"), ("wanted", "page"), ("out", "a\nb: c")])
            #expect(odd.status == 400)
        }
    }

    @Test func `nothing of another site is there, nor of a role that may not`() async throws {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            let family = try await world.family("Robin Example", episode: "E-1")
            let south = try await world.browser(of: try await world.account("gov", .governance, at: ["south"]))
            #expect(try await south.get("/subject-access?site=north").status == 404)
            try await south.get("/subject-access")
            #expect(try await south.post("/subject-access", [("site", "north"), ("text", "robin")]).status == 404)
            let there = try await south.post("/subject-access", [("site", "south"), ("text", "robin")])
            #expect(there.body.contains("Nobody was found"))
            let named = [("site", "south"), ("child", "\(family.child)")]
            #expect(try await south.post("/subject-access/pack", named).status == 404)
            let therapist = try await world.browser(of: try await world.account("t-1", .therapist))
            #expect(try await therapist.get("/subject-access").status == 404)
        }
    }
}
