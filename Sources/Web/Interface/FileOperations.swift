import API
import EpisodeEngine
import InstrumentFile
import Intervention
import Practice
import Sites
import YAMLFile

/// What is changed by a file: looked at first, and then done upon what was seen.
struct FileOperations: Sendable {
    let models: ModelRegistry

    func previewConfiguration(_ call: APICall) async throws -> APIAnswer {
        let preview = try await call.practice.preview(try siteFile(call))
        let plan = preview.plan
        return APIAnswer([
            "version": .integer(Int(preview.version.number)), "changesNothing": .boolean(plan.changesNothing),
            "newVersion": plan.newVersion.map { .integer(Int($0.number)) } ?? .null,
            "changes": .list("\(plan)".split(separator: "\n").map { .text(String($0)) }),
        ])
    }

    func applyConfiguration(_ call: APICall) async throws -> APIAnswer {
        let seen = try call.match()
        guard let version = Int32(exactly: seen.number) else { throw Problem.absent }
        let written = try await call.practice.applyOnce(
            try siteFile(call), seen: SettingsVersion(version), as: try WriteOperations().keyed(call))
        return try WriteOperations().answer(written, call)
    }

    func previewInstrument(_ call: APICall) async throws -> APIAnswer {
        let file = try instrumentFile(call)
        let isNew = try await call.practice.load(file, at: try call.site(), dryRun: true)
        return APIAnswer([
            "id": .text(file.definition.id.text), "version": .integer(Int(file.definition.version.number)),
            "isNew": .boolean(isNew),
        ])
    }

    func loadInstrument(_ call: APICall) async throws -> APIAnswer {
        let written = try await call.practice.loadOnce(
            try instrumentFile(call), at: try call.site(), as: try WriteOperations().keyed(call))
        return try WriteOperations().answer(written, call)
    }

    /// The file of the body, which must be of the site of the path.
    private func siteFile(_ call: APICall) throws -> SiteFile {
        let site = try call.site()
        let file: SiteFile
        do throws(SiteFileProblems) {
            file = try SiteFile.read(bytes(call), models: models)
        } catch {
            throw FileOperations.problem(error.problems.map(\.told))
        }
        guard file.code == site else {
            throw FileOperations.problem(["The file is of \(file.code); send it to that site."])
        }
        return file
    }

    private func instrumentFile(_ call: APICall) throws -> InstrumentFile {
        do throws(InstrumentProblems) {
            return try InstrumentFile.read(bytes(call))
        } catch {
            throw FileOperations.problem(error.problems.map(\.told))
        }
    }

    private func bytes(_ call: APICall) -> [UInt8] { Array((WriteReading(call: call).text("document") ?? "").utf8) }

    /// The most mistakes that are told at once.
    private static let mostFlaws = 20

    private static func problem(_ mistakes: [String]) -> Problem {
        Problem(
            .wrongBody, "The file is not right.", at: mistakes.prefix(mostFlaws).map { Flaw("/document", $0) })
    }
}

extension YAMLProblem {
    /// Where it stands in the file, and what would be right.
    fileprivate var told: String { "Line \(line), column \(column): \(sentence)" }
}
