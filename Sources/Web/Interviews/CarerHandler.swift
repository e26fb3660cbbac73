import Accounts
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice

/// Takes what carers answer through links of their own. Whoever holds one has no account; wrong links, those that were used
/// and those that are over look the same.
struct CarerHandler: Sendable {
    /// How many requests a minute may come from one place: nobody guesses a link, and nobody keeps the database busy by
    /// trying.
    private static let most = 60

    let practice: Practice
    let peers: PeerAddress
    let frame: PageFrame
    private let rate = RequestRate<SourceAddress>(atMost: CarerHandler.most)

    init(practice: Practice, peers: PeerAddress, frame: PageFrame) {
        self.practice = practice
        self.peers = peers
        self.frame = frame.withoutAccount
    }

    var routes: [WebRoute] {
        let answer = "\(InterviewsPage.Address.answer)/{token}"
        return [
            .get(answer, .everybody) { try await ask($0) },
            .post(answer, .everybody, fields: CarerPages.Field.all) { try await take($0) },
        ]
    }

    private func ask(_ visit: Visit) async throws -> Response {
        guard await mayAsk(visit) else { return busy }
        guard let token = token(of: visit), let form = try await practice.carerForm(of: token) else { return dead }
        return questions(CarerPages.ask(form, to: address(token), key: Visit.newKey(), mark: visit.mark.text))
    }

    /// Takes the answers once: whoever sends the same form twice is thanked twice.
    private func take(_ visit: Visit) async throws -> Response {
        guard await mayAsk(visit) else { return busy }
        guard let token = token(of: visit) else { return dead }
        let key = try visit.keyed().key
        var reading = FormReading(visit.form)
        if let problem = CarerPages.problem(ofCompany: visit.form[CarerPages.Field.company]) {
            reading.complain(CarerPages.Field.company, problem)
            return try await again(visit, token, key, reading)
        }
        do {
            let isKept = try await practice.answer(by: token, under: key) { definition in
                var told = FormReading(visit.form)
                return told.answers(of: definition)
            }
            return isKept ? Response(CarerPages.thanks.document(in: frame)) : dead
        } catch let fault as CarerLinkFault {
            reading.complain(nil, fault.description)
            return try await again(visit, token, key, reading)
        }
    }

    /// The questions once more, with all that was ticked.
    private func again(
        _ visit: Visit, _ token: CarerToken, _ key: String, _ reading: FormReading
    ) async throws -> Response {
        guard let form = try await practice.carerForm(of: token) else { return dead }
        let page = CarerPages.ask(
            form, to: address(token), key: key, mark: visit.mark.text, values: reading.values, faults: reading.faults)
        return questions(page, status: .badRequest)
    }

    private func mayAsk(_ visit: Visit) async -> Bool {
        await rate.take(peers.source(of: visit.request, visit.context), at: visit.now) != nil
    }

    private func token(of visit: Visit) -> CarerToken? {
        visit.context.parameters.get("token").flatMap { CarerToken($0) }
    }

    private func address(_ token: CarerToken) -> String { CarerPages.address(token.revealed()) }

    /// Old browsers name the origin of a form only where the page lets them name it at all; the address of the page, which is
    /// the link, is told to nobody.
    private func questions(_ page: AskPage, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(page.document(in: frame), status: status)
        if let policy = HTTPField.Name("Referrer-Policy") { response.headers[policy] = "origin" }
        return response
    }

    private var dead: Response { Response(CarerPages.dead.document(in: frame), status: .notFound) }

    private var busy: Response {
        var response = Response(CarerPages.busy.document(in: frame), status: .tooManyRequests)
        response.headers[.retryAfter] = "60"
        return response
    }
}
