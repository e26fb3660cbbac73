import ArgumentParser
import CivilDate
import Practice
import Reporting

/// `homeward report outcomes-contract`.
struct ReportOutcomesContractCommand: FactReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcomes-contract",
        abstract: "Prints days looked after against a baseline and a target, days averted, and the payment for them.",
        discussion: Examples(
            "The children are those whose treatment began in the period, each tracked for so many months from the first "
                + "session, up to --on, which counts. Shares are written from 0 to 1. Days averted are the baseline's "
                + "days less those on which the children were looked after; payment is their price, never more than "
                + "the cap.",
            .init(
                "homeward report outcomes-contract --site demo-north --from 2021-01-01 --to 2022-12-31 "
                    + "--window-months 30 --baseline 0.55 --target 0.27 --on 2025-06-30",
                "Prints how a contract without payment stands on a day."),
            .init(
                "homeward report outcomes-contract --site demo-north --from 2021-01-01 --to 2022-12-31 "
                    + "--window-months 30 --baseline 0.55 --target 0.27 --price 100 --cap 500000 --on 2025-06-30 "
                    + "--format json",
                "Prints the same with what is to be paid, for programs.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("How long each child is tracked, in months.", valueName: "number"))
    var windowMonths: Int

    @Option(name: .long, help: ArgumentHelp("The share of days that is expected, 0 to 1.", valueName: "share"))
    var baseline: String

    @Option(name: .long, help: ArgumentHelp("The share of days that is aimed at, 0 to 1.", valueName: "share"))
    var target: String

    @Option(name: .long, help: ArgumentHelp("What is paid for a day averted.", valueName: "amount"))
    var price: String?

    @Option(name: .long, help: ArgumentHelp("The most that is paid.", valueName: "amount"))
    var cap: String?

    @Option(
        name: .long, help: ArgumentHelp("The last day that is tracked, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var on: CivilDate

    @OptionGroup var question: ReportOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    func validate() throws { _ = try asked() }

    func asked() throws -> OutcomesContractReport {
        guard let window = WindowLength(months: windowMonths) else {
            throw ValidationError("--window-months is a number of months from 1 to 600")
        }
        func number(_ text: String, _ flag: String) throws -> StatedNumber {
            guard let number = StatedNumber(text) else {
                throw ValidationError("--\(flag) is a number such as 0.27, with at most nine decimals")
            }
            return number
        }
        func share(_ text: String, _ flag: String) throws -> StatedNumber {
            let number = try number(text, flag)
            guard number.isShare else { throw ValidationError("--\(flag) is a share from 0 to 1, such as 0.27") }
            return number
        }
        guard
            let contract = OutcomesContract(
                window: window, baseline: try share(baseline, "baseline"), target: try share(target, "target"),
                price: try price.map { try number($0, "price") }, cap: try cap.map { try number($0, "cap") })
        else { throw ValidationError("--cap needs --price: without a price nothing is paid") }
        return OutcomesContractReport(contract, on: on)
    }
}
