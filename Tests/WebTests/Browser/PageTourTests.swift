import Accounts
import Foundation
import Testing

@testable import Web

/// Every page that the list of routes has, in Debian's Chromium, on a desktop's width and a telephone's: with what is usual
/// in it, with nothing in it, and with what comes of an empty form. None has a barrier that axe knows (WCAG 2.2, A and AA),
/// a word on the console, a policy that lets scripts stand in a page, or must be scrolled sideways.
@Suite(.serialized) struct PageTourTests {
    private static let simulated = WebConfiguration(port: 0, isSimulated: true)

    @Test func `every page with what is usual in it, and every form sent empty, can be used by everybody`() async throws
    {
        try await FullDay.with { day in try await walk(day.tour, day.stops, "typical", day.visitors) }
    }

    @Test func `every page of which there is nothing yet can be used by everybody`() async throws {
        try await WebWorld.with(Self.simulated, isSignedIn: false, knowsNights: true) { world in
            let visitors = try await world.visitors()
            let tour = PageTour(world: world, isEmpty: true)
            let stops = tour.stops(links: try await world.links(), editions: ["1"])
            try await walk(tour, stops, "empty", visitors)
        }
    }

    @Test func `every route is a page that is toured, or a file`() async throws {
        try await WebWorld.with(Self.simulated, isSignedIn: false) { world in
            let tour = PageTour(world: world, isEmpty: false)
            let toured = Set(tour.stops(links: ["set-up": "x"], editions: ["1"]).map { $0.path.prefix { $0 != "?" } })
            for route in world.routes where route.method == .get {
                let isToured = toured.contains { route.covers($0) }
                #expect(isToured != PageTour.files.contains(route.path), "\(route.path)")
            }
        }
    }

    private func walk(
        _ tour: PageTour, _ stops: [PageTour.Stop], _ state: String, _ visitors: [String: String]
    ) async throws {
        let world = tour.world
        let posts = world.routes.filter { $0.method == .post && !PageTour.unsent.contains($0.path) }.map(\.path)
        try await RealBrowser.walk(
            "tour", over: world,
            [
                "state": state, "cookie": world.cookies.name(of: .session), "visitors": try json(visitors),
                "pages": try json(stops), "filled": try json(tour.filled),
                "posts": try json(posts), "unsent": try json(PageTour.unsent.sorted()),
                "errors": tour.isEmpty ? "no" : "yes",
            ])
    }

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
}
