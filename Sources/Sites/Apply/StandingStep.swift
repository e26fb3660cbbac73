import CivilDate
import EpisodeEngine
import Intervention

/// A step that brings what is on record of a team's standing to what the site's file says: readiness review, licence and
/// rota.
package enum StandingStep: Hashable, Sendable {
    /// The readiness review is recorded.
    case passReview(on: CivilDate)
    /// It was on another day: corrected.
    case moveReview(StreamSeq, from: CivilDate, to: CivilDate)
    /// The licence is granted.
    case grant(LicenceTerm, on: CivilDate)
    /// The licence is renewed.
    case renew(LicenceTerm, on: CivilDate)
    /// The terms of the grant or of a renewal were others, or a renewal was agreed on another day: corrected.
    case correctTerm(StreamSeq, from: LicenceTerm, to: LicenceTerm, isGrant: Bool, on: CivilDate)
    /// The file states no readiness review: what is on record of it is withdrawn.
    case withdrawReview(StreamSeq, CivilDate)
    /// The grant or a renewal that the file does not state: withdrawn.
    case withdrawTerm(StreamSeq, LicenceTerm, isGrant: Bool)
    /// The rota is set.
    case setRota(Rota)
}

extension StandingStep {
    /// What a file asks of the record of a team. What the record has of the licence and the file does not is withdrawn:
    /// the record keeps both that it was stated and since when it no longer is.
    /// - Parameters:
    ///   - licence: the licence that the team works under; nil for none.
    ///   - rota: the rota; nil leaves what is on record.
    ///   - today: what is to come is recorded when its day has come.
    static func steps(
        to licence: SiteLicence?, _ rota: Rota?, from standing: SiteState.Standing, today: CivilDate
    ) -> [StandingStep] {
        var steps: [StandingStep] = []
        steps += [reviewed(on: licence?.readinessReview, after: standing, today: today)].compactMap { $0 }
        steps += terms(of: licence, after: standing, today: today)
        if let rota, standing.onCall.filter({ $0.through >= rota.from }) != rota.spells { steps.append(.setRota(rota)) }
        return steps
    }

    private static func reviewed(
        on day: CivilDate?, after standing: SiteState.Standing, today: CivilDate
    ) -> StandingStep? {
        guard let day, day <= today else { return standing.review.map { .withdrawReview($0.seq, $0.on) } }
        guard let review = standing.review else { return .passReview(on: day) }
        return review.on == day ? nil : .moveReview(review.seq, from: review.on, to: day)
    }

    private static func terms(
        of licence: SiteLicence?, after standing: SiteState.Standing, today: CivilDate
    ) -> [StandingStep] {
        // A term that begins later is granted today: nothing is recorded of days to come.
        let grant = licence.map { (term: $0.term, on: min($0.term.from, today)) }
        let wanted = [grant].compactMap { $0 } + (licence?.furtherTerms ?? []).filter { $0.on <= today }
        var steps: [StandingStep] = []
        for (position, want) in wanted.enumerated() {
            let isGrant = position == 0
            guard position < standing.terms.count else {
                steps.append(isGrant ? .grant(want.term, on: want.on) : .renew(want.term, on: want.on))
                continue
            }
            let known = standing.terms[position]
            guard known.term != want.term || !isGrant && known.on != want.on else { continue }
            steps.append(
                .correctTerm(known.seq, from: known.term, to: want.term, isGrant: isGrant, on: want.on))
        }
        let unstated = standing.terms.enumerated().dropFirst(wanted.count)
        return steps + unstated.map { .withdrawTerm($1.seq, $1.term, isGrant: $0 == 0) }
    }
}
