import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// A role as it stands on the command line.
struct GrantOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The role.", valueName: "role"), transform: ArgumentReading.role)
    var role: Role?

    @Option(
        name: .long, help: ArgumentHelp("The team; without one the whole site.", valueName: "team"),
        transform: ArgumentReading.team)
    var team: TeamCode?

    @Option(
        name: .long, help: ArgumentHelp("The code under which the person works there.", valueName: "staff"),
        transform: ArgumentReading.staff)
    var staff: StaffCode?

    @Option(
        name: .long, help: ArgumentHelp("The first day, YYYY-MM-DD; today if none is given.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: CivilDate?

    @Option(
        name: .long, help: ArgumentHelp("The last day, YYYY-MM-DD; open if none is given.", valueName: "date"),
        transform: ArgumentReading.day)
    var through: CivilDate?

    /// The role that is asked for; nil when none is.
    var wish: GrantWish? {
        role.map { GrantWish($0, team: team, staff: staff, from: from, through: through) }
    }
}
