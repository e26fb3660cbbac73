import Accounts
import CivilDate
import HTTPTypes
import Hummingbird
import Intervention
import Markup
import Pages
import Practice
import Sites

/// The inbox of referrals, and new ones.
struct ReferralsHandler: Sendable {
    private typealias Address = ReferralsPage.Address
    private typealias Field = NewReferralPage.Field

    let offices: OfficeFinder
    let frame: PageFrame
    let models: ModelRegistry

    var routes: [WebRoute] {
        [
            .get(Address.page, .action(.showReferrals)) { try await inbox($0) },
            .get(Address.new, .action(.recordReferral)) { try await ask($0) },
            .post(
                Address.new, .action(.recordReferral),
                fields: Field.all.union([OfficePlace.field, AskForm.keyField, AskForm.buttonField])
            ) { try await keep($0) },
        ]
    }

    private func inbox(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .showReferrals, at: QueryFields(visit)[OfficePlace.field])
        let inbox = try await office.practice.referralInbox(at: office.site.code)
        let whose = QueryFields(visit)[ReferralsPage.Whose.field].flatMap { ReferralsPage.Whose(rawValue: $0) }
        let page = ReferralsPage(inbox, of: whose ?? .all, at: office.place)
        return Response(page.document(in: visit.frame(frame, at: Address.page)))
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(
            of: visit, for: .recordReferral, at: QueryFields(visit)[OfficePlace.field])
        let today = SiteClock(office.site.timeZone).day(of: visit.now)
        let texts = zip(DateParts.names(Field.day), ["\(today.day)", "\(today.month)", "\(today.year)"])
        let values = FormValues(texts: Dictionary(uniqueKeysWithValues: Array(texts)))
        return page(office, visit, values, key: Visit.newKey()) { $0.document(in: $1) }
    }

    private func keep(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .recordReferral, at: visit.form[OfficePlace.field])
        var reading = FormReading(visit.form)
        let wish = wish(&reading, at: office.site)
        let key = visit.form[AskForm.keyField]
        guard visit.form[AskForm.buttonField] != "back" else {
            return page(office, visit, reading.values, key: key) { $0.document(in: $1) }
        }
        if let wish, reading.faults.isEmpty {
            if let found = try await known(wish, visit, office) {
                return page(office, visit, reading.values, key: key) { $0.document(asking: found, in: $1) }
            }
            do {
                let keyed = try visit.keyed()
                _ = try await office.practice.referOnce(
                    wish.referral, of: wish.child, on: wish.day, as: keyed, at: office.site.code)
                let query = "\(OfficePlace.field)=\(office.site.code)&\(EpisodePage.Address.ref)=\(wish.referral.ref)"
                return .elsewhere("\(Address.one)?\(query)")
            } catch {
                guard let fault = ReferralFault(error) else { throw error }
                reading.complain(fault.field, fault.sentence)
            }
        }
        return page(office, visit, reading.values, faults: reading.faults, key: key) { $0.document(in: $1) }
    }

    /// Those whom the child may be, unless somebody looked at them already; nil when there is nobody.
    private func known(_ wish: Wish, _ visit: Visit, _ office: OfficeFinder.Office) async throws -> SearchResult? {
        guard visit.form[Field.checked] != "yes" else { return nil }
        for text in [wish.child.nhsNumber, wish.child.name] where !text.isEmpty {
            do {
                let found = try await office.practice.search(text, at: office.site.code)
                // A child that is named by its own reference is meant.
                let others = found.only { !$0.children.contains(wish.referral.child) || !$0.isChild }
                if !others.hits.isEmpty { return others }
            } catch PeopleFault.nothingToSearch {
                continue
            }
        }
        return nil
    }

    private func page(
        _ office: OfficeFinder.Office, _ visit: Visit, _ values: FormValues, faults: [FormFault] = [], key: String,
        _ draw: (NewReferralPage, PageFrame) -> Document
    ) -> Response {
        let teams = office.site.teams.map { team in
            let title = models.newest(team.model)?.title ?? team.model.text
            return StartOptions.Option(value: team.code.text, title: "\(team.code), \(title)")
        }
        let page = NewReferralPage(
            at: office.place, teams: teams, values: values, faults: faults, key: key, mark: visit.mark.text)
        return Response(
            draw(page, visit.frame(frame, at: Address.page)), status: faults.isEmpty ? .ok : .badRequest)
    }

    /// A referral as it was typed.
    private struct Wish {
        let referral: ReferralWish
        let child: ReferredChild
        let day: CivilDate
    }

    private func wish(_ reading: inout FormReading, at site: Site) -> Wish? {
        let name = reading.words(Field.name, "The name", isRequired: true, atMost: 500)
        let born = reading.day(Field.born, "The date of birth", isRequired: false)
        let number = reading.form[Field.number].filter { !$0.isWhitespace }
        let sex = reading.choice(Field.sex, "Sex", isRequired: false) { Sex(rawValue: $0) }
        let child = code(&reading, Field.child, "The reference of the child", ChildRef.init)
        let ref = code(&reading, Field.ref, "The reference of the episode", EpisodeRef.init)
        let team = reading.choice(Field.team, "The team") { TeamCode($0).flatMap { site.team($0) } }
        let day = reading.day(Field.day, "The day of referral")
        let source = reading.choice(Field.source, "Who referred", isRequired: false) { ReferralSource(rawValue: $0) }
        let authority = authority(&reading)
        guard let name, let child, let ref, let team, let day else { return nil }
        let profile = Profile(
            birthMonth: born?.civilMonth, sex: sex, responsibleAuthority: authority)
        return Wish(
            referral: ReferralWish(
                ref: ref, child: child, model: team.model, team: team.code, source: source, profile: profile),
            child: ReferredChild(name: name, birthDate: born, nhsNumber: number), day: day)
    }

    private func code<Thing>(
        _ reading: inout FormReading, _ field: String, _ subject: String, _ read: (String) -> SiteGiven<Thing>?
    ) -> SiteGiven<Thing>? {
        let text = reading.form[field].filter { !$0.isWhitespace }
        guard let code = read(text) else {
            reading.complain(
                field,
                text.isEmpty
                    ? "\(subject) is missing. Type it."
                    : "\(subject) has another form. Type 1 to 32 letters, digits, dots, hyphens and underscores.")
            return nil
        }
        return code
    }

    private func authority(_ reading: inout FormReading) -> AuthorityCode? {
        let text = reading.form[Field.authority].filter { !$0.isWhitespace }
        guard !text.isEmpty else { return nil }
        let code = AuthorityCode(text.uppercased())
        if code == nil {
            reading.complain(
                Field.authority, "The authority has another form. Type its nine characters, for example E06000033.")
        }
        return code
    }
}
