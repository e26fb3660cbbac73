import CivilDate
import Sites

/// When and where a family is asked to meet. It stands in the letter alone; nothing of it is kept.
package struct LetterMeeting: Hashable, Sendable {
    /// Where people meet. An address is written on no letter.
    package enum Place: String, CaseIterable, Sendable {
        case home
        case office
        case school
        case video
        case telephone

        /// What people choose.
        package var title: String {
            switch self {
            case .home: "At the family's home"
            case .office: "At our office"
            case .school: "At school"
            case .video: "By video"
            case .telephone: "On the telephone"
            }
        }

        /// Where, within a sentence to the family.
        var words: String {
            switch self {
            case .home: "at your home"
            case .office: "at our office, whose address is above"
            case .school: "at school"
            case .video: "by video; we will send you the link"
            case .telephone: "on the telephone; we will ring you"
            }
        }
    }

    /// The day.
    package let day: CivilDate
    /// The time, as clocks show it.
    package let time: LocalTime
    /// Where.
    package let place: Place

    /// A meeting.
    package init(day: CivilDate, time: LocalTime, place: Place) {
        self.day = day
        self.time = time
        self.place = place
    }
}
