import CivilDate
import EpisodeStore
import Intervention

/// Tells the families of a site, each from random numbers of its own: in any order they come out the same.
struct FamilyTeller: Sendable {
    let request: SimulationRequest
    let designs: [CourseDesign]
    let site: SiteSketch

    /// The story of a family, counted from 0 in the order of referral.
    func tell(_ family: Int) -> FamilyStory {
        var dice = Dice(seed: request.seed, UInt64(site.number), UInt64(family) + 1)
        var story = FamilyStory()
        let day = referralDay(of: family, &dice)
        let setting = setting(of: family, on: day)
        let home = household(&dice)
        let children = dice.chance(SimulationParameter.twoChildren.value) ? 2 : 1
        for number in 1...children {
            let referredOn = number == 1 ? day : day.adding(days: dice.whole(0...150))
            let profile = profile(home, setting.design, on: referredOn, &dice)
            let child = ChildSketch(id: dice.id(), family: family + 1, number: number, profile: profile)
            tell(child, referredOn: referredOn, setting, into: &story, &dice)
        }
        return story
    }

    /// A child's episodes, one after the other, and then its life.
    private func tell(
        _ child: ChildSketch, referredOn first: CivilDate, _ setting: StorySetting, into story: inout FamilyStory,
        _ dice: inout Dice
    ) {
        guard first < request.until else { return }
        var life = ChildLife(child, referredOn: first, design: setting.design, dice: &dice)
        var registered: CivilDate?
        var day = first
        for number in 1...2 {
            let referral = Referral(
                child: child.id, ref: Codes.episode(child.family, child.number, number), model: setting.design.model,
                team: setting.team.id, source: dice.pick(Choices.sources), profile: child.profile
            )
            let id: EpisodeID = dice.id()
            var teller = CourseTeller(setting, life: life, dice: dice)
            let overOn = teller.tell(referral, on: day)
            (life, dice) = (teller.life, teller.dice)
            registered = registered ?? teller.diary.notes.first?.known
            story.episodes.append(.init(id: id, model: setting.design.model, diary: teller.diary))
            guard dice.chance(SimulationParameter.referredAgain.value) else { break }
            day = overOn.adding(days: dice.whole(90...420))
            guard day < request.until else { break }
        }
        let diary = life.diary(registeredKnown: registered ?? first, by: setting.supervisor, dice: &dice)
        story.children.append(.init(id: child.id, diary: diary))
    }

    private func referralDay(of family: Int, _ dice: inout Dice) -> CivilDate {
        let days = Double(request.from.days(until: request.until))
        let point = (Double(family) + dice.unit()) / Double(max(1, site.families))
        return request.from.adding(days: min(Int(days) - 1, Int(point * days)))
    }

    /// Who has the family. A team that is not open yet sends it to the site's first.
    private func setting(of family: Int, on day: CivilDate) -> StorySetting {
        var seat = site.cycle.seat(of: family)
        var next = site.cycle.seat(of: family, movedBy: 1)
        if site.teams[seat.team].startedOn > day {
            seat = SeatCycle.Seat(team: 0, therapist: family % site.teams[0].therapists.count)
        }
        if next.team != seat.team || next == seat {
            next = SeatCycle.Seat(
                team: seat.team, therapist: (seat.therapist + 1) % site.teams[seat.team].therapists.count)
        }
        let team = site.teams[seat.team]
        return StorySetting(
            site: site, design: designs[team.design], team: team, therapist: team.therapists[seat.therapist],
            successor: team.therapists[next.therapist]
        )
    }

    /// What is the same for all children of a family.
    private func household(_ dice: inout Dice) -> Profile {
        let nation = site.nation
        let authority = nation.authorities[dice.whole(0...(nation.authorities.count - 1))]
        // Of two deciles the more deprived: families come oftener from deprived areas.
        let decile = DeprivationDecile(min(dice.whole(1...10), dice.whole(1...10)))
        let isRead = nation.index != nil && !dice.chance(0.05)
        return Profile(
            ethnicity: dice.pick(nation.ethnicity), responsibleAuthority: authority,
            deprivationIndex: isRead ? nation.index : nil, deprivationDecile: isRead ? decile : nil
        )
    }

    private func profile(
        _ home: Profile, _ design: CourseDesign, on day: CivilDate, _ dice: inout Dice
    ) -> Profile {
        var profile = home
        let least = design.ages.lowerBound * 12 + 1
        let most = (design.ages.upperBound + 1) * 12 - 2
        let months = (dice.whole(least...most) + dice.whole(least...most)) / 2
        profile.birthMonth = day.civilMonth.adding(months: -months)
        profile.sex = dice.chance(SimulationParameter.boys.value) ? .male : .female
        return profile
    }
}
