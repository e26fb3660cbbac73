/// Who is next: families come to a site one after the other and are spread over its models as the shares say, and over
/// a model's therapists in turn, so that caseloads stay even.
struct SeatCycle: Sendable {
    /// A family's place: a team, and one of its therapists.
    struct Seat: Hashable, Sendable {
        let team: Int
        let therapist: Int
    }

    /// The design that each family of a round belongs to, and the how manieth of that design it is in the round.
    private let round: [(design: Int, ordinal: Int)]
    private let counts: [Int: Int]
    private let seats: [Int: [Seat]]

    /// A cycle over seats by design.
    /// - Parameter shares: how many of each round of families belong to a design; the first design takes the rest.
    init(seats: [Int: [Seat]], shares: [(design: Int, count: Int)], dice: inout Dice) {
        var designs = shares.flatMap { share in Array(repeating: share.design, count: share.count) }
        for place in stride(from: designs.count - 1, to: 0, by: -1) {
            designs.swapAt(place, dice.whole(0...place))
        }
        var counts: [Int: Int] = [:]
        round = designs.map { design in
            let ordinal = counts[design, default: 0]
            counts[design] = ordinal + 1
            return (design, ordinal)
        }
        self.counts = counts
        self.seats = seats
    }

    /// The seat of a family, and the one that is taken over from it later.
    func seat(of family: Int, movedBy steps: Int = 0) -> Seat {
        let (design, ordinal) = round[family % round.count]
        let place = family / round.count * (counts[design] ?? 1) + ordinal + steps
        guard let seats = seats[design], !seats.isEmpty else { return Seat(team: 0, therapist: 0) }
        return seats[place % seats.count]
    }
}
