import Intervention

extension RegisterFile {
    /// Reads the whole register and checks it against the site. Nothing stops at a problem: all are found.
    package func read(for site: RegisterSite) -> RegisterContents {
        var contents = read(by: RegisterRowReader.self, for: site)
        contents.advisories += differingChildren(in: contents)
        return contents
    }

    /// Rows of one child that differ in what never changes.
    private func differingChildren(in contents: RegisterContents) -> [ImportAdvisory] {
        var children: [ChildRef: Profile] = [:]
        var advisories: [ImportAdvisory] = []
        for line in contents.lines {
            guard let child = line.row.childRef else { continue }
            guard let known = children[child] else {
                children[child] = line.row.profile
                continue
            }
            let monthDiffers = differ(known.birthMonth, line.row.profile.birthMonth)
            guard monthDiffers || differ(known.sex, line.row.profile.sex) else { continue }
            let column = monthDiffers ? RegisterColumn.birthMonth : .sex
            let place = ImportPlace(file: name, line: line.line)
            advisories.append(ImportAdvisory(.childDiffers, at: place, column: column.rawValue))
        }
        return advisories
    }

    private func differ<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
        guard let left, let right else { return false }
        return left != right
    }
}
