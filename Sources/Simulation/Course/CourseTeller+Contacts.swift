import CivilDate
import EpisodeStore
import Intervention

extension CourseTeller {
    /// Contacts, many at first and fewer later.
    /// - Returns: the numbers of their notes.
    mutating func tellContacts(
        _ course: CoursePlan, _ entries: [CivilDate], notBefore evening: CivilDate
    ) -> [Int] {
        var notes: [Int] = []
        var day = course.startedOn
        while day <= course.closedOn {
            let isAway = design.beginsAway && (entries.count < design.steps.count || day < entries[entries.count - 1])
            let contact = contact(isFirst: day == course.startedOn, isAway: isAway)
            notes.append(
                jot(.recordContact(contact), on: day, notBefore: evening, by: therapist(on: day), .contact)
            )
            day = nextContact(after: day, in: course)
        }
        return notes
    }

    private mutating func nextContact(after day: CivilDate, in course: CoursePlan) -> CivilDate {
        let week = course.startedOn.days(until: day) / 7
        let rate: SimulationParameter = week < 6 ? .contactsEarly : week < 14 ? .contactsMiddle : .contactsLate
        let gap = 7 / rate.value * dice.between(0.5, 1.5)
        let next = day.adding(days: max(1, Int(gap + 0.5)))
        // Weekends are for crises: most of what would fall on them is held on the Friday before.
        let late = next.weekday - 5
        guard late > 0, !dice.chance(0.15) else { return next }
        let friday = next.adding(days: -late)
        return friday > day ? friday : next.adding(days: 3 - late)
    }

    private mutating func contact(isFirst: Bool, isAway: Bool) -> Contact {
        let mode = isFirst ? ContactMode.homeVisit : dice.pick(Choices.modes)
        let party = isFirst ? ContactParty.family : dice.pick(isAway ? Choices.partiesAway : Choices.parties)
        let quarters = dice.whole(Choices.quarters(of: mode))
        let isNoted = !dice.chance(0.03)
        return Contact(id: dice.id(), mode: mode, party: party, minutes: isNoted ? Minutes(quarters * 15) : nil)
    }
}
